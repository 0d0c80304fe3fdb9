import { invertSymmetric } from '../../linear/cholesky.ts';
import { addScaled, type Flat, flatOf, fromFlat } from '../../linear/flat.ts';
import { dot, entry, type Matrix, matrixOf, product, quadraticForm, timesVector } from '../../linear/matrix.ts';
import { designSlopes, type InformationKind, informationOf, type LikelihoodSums, sumsAt } from './information.ts';
import type { Maximum } from './maximise.ts';

/** Kenward–Roger widens the standard error for having estimated the covariance; Satterthwaite keeps it. Both share the df. */
export type SmallSampleMethod = 'Kenward-Roger' | 'Satterthwaite';

/** Standard error and degrees of freedom of a contrast of the coefficients. */
export type ContrastPrecision = (contrast: readonly number[]) => {
  readonly standardError: number;
  readonly df: number;
};

/** Σ wₖₗ ∂ₗ for each k. */
const mixedDerivatives = (spread: Matrix, derivatives: readonly Matrix[]): readonly Flat[] =>
  spread.map((row) => {
    const sum = new Float64Array((derivatives[0]?.length ?? 0) ** 2);
    derivatives.forEach((derivative, l) => {
      addScaled(sum, flatOf(derivative), row[l] ?? 0);
    });
    return sum;
  });

/** Σ wₖₗ X′V⁻¹∂ₖV⁻¹∂ₗV⁻¹X. */
const secondMoments = (sums: LikelihoodSums, spread: Matrix, derivatives: readonly Matrix[]): Flat => {
  const mixed = mixedDerivatives(spread, derivatives);
  const sum = new Float64Array(sums.columns ** 2);
  for (const { weights, designs } of sums.patterns) {
    const size = weights.length;
    const inner = new Float64Array(size * size);
    derivatives.forEach((derivative, k) => {
      const other = fromFlat(mixed[k] ?? new Float64Array(0), size);
      addScaled(inner, flatOf(product(product(derivative, weights), other)), 1);
    });
    designs.forEach((row, a) => {
      row.forEach((flat, b) => {
        addScaled(sum, flat, inner[a * size + b] ?? 0);
      });
    });
  }
  return sum;
};

/** Σ wₖₗ PₖΦPₗ. */
const firstMoments = (slopes: readonly Matrix[], spread: Matrix, covariance: Matrix): Flat => {
  const columns = covariance.length;
  const sum = new Float64Array(columns * columns);
  slopes.forEach((slope, k) => {
    const mixed = new Float64Array(columns * columns);
    slopes.forEach((other, l) => {
      addScaled(mixed, flatOf(other), entry(spread, k, l));
    });
    addScaled(sum, flatOf(product(product(slope, covariance), fromFlat(mixed, columns))), 1);
  });
  return sum;
};

/** Φ + 2 Φ (Σ wₖₗ (Qₖₗ − PₖΦPₗ)) Φ: the covariance of the coefficients, corrected (`kenward1997`, without R). */
const correct = (
  sums: LikelihoodSums,
  slopes: readonly Matrix[],
  spread: Matrix,
  derivatives: readonly Matrix[],
): Matrix => {
  const { columns, covariance } = sums;
  const middle = secondMoments(sums, spread, derivatives);
  addScaled(middle, firstMoments(slopes, spread, covariance), -1);
  const added = product(product(covariance, fromFlat(middle, columns)), covariance);
  return matrixOf(columns, columns, (i, j) => entry(covariance, i, j) + entry(added, i, j) + entry(added, j, i));
};

/**
 * Precision of contrasts at the maximum. Degrees of freedom 2 f² / g′Wg, f the variance of the contrast, g its slopes in
 * the covariance parameters, W the inverse of their information: Satterthwaite's, which for a single contrast are also
 * those of `kenward1997`. The structure counts as linear in its parameters: no second derivatives. Undefined where the
 * information is no covariance, which the observed one may be with few participants.
 */
export const precisionAt = (
  { at, likelihood }: Maximum,
  method: SmallSampleMethod,
  kind: InformationKind,
): ContrastPrecision | undefined => {
  const sums = sumsAt(likelihood);
  const spread = invertSymmetric(informationOf(sums, at.derivatives, kind));
  if (spread === undefined) return undefined;
  const slopes = designSlopes(sums, at.derivatives).map((flat) => fromFlat(flat, sums.columns));
  const used = method === 'Kenward-Roger' ? correct(sums, slopes, spread, at.derivatives) : sums.covariance;
  return (contrast) => {
    const leaning = timesVector(sums.covariance, contrast);
    const variance = dot(contrast, leaning);
    const moves = slopes.map((slope) => quadraticForm(slope, leaning));
    return {
      standardError: Math.sqrt(quadraticForm(used, contrast)),
      df: (2 * variance ** 2) / quadraticForm(spread, moves),
    };
  };
};
