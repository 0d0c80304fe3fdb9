import { choleskyOf, solveLower, solveLowerTransposed } from '../../linear/cholesky.ts';
import { addOuter, fromFlat } from '../../linear/flat.ts';
import { entry, type Matrix, matrixOf, product, quadraticForm, timesVector, transposed } from '../../linear/matrix.ts';
import type { Maximum } from './maximise.ts';
import type { Pattern, Repeated } from './repeated.ts';
import { residualsOf } from './restricted-likelihood.ts';
import type { ContrastPrecision } from './small-sample.ts';

/** Below this share of its variance nothing of a value is left once the coefficients have followed it. */
const leastOwnShare = 1e-10;

/** X′(V − XΦX′)⁻¹ r: what a participant would have moved the coefficients by, as if absent from their own prediction. */
const scoreOf = (
  design: Matrix,
  rest: readonly number[],
  own: Matrix,
  covariance: Matrix,
): readonly number[] | undefined => {
  const explained = product(product(design, covariance), transposed(design));
  const left = matrixOf(rest.length, rest.length, (i, j) => entry(own, i, j) - entry(explained, i, j));
  const triangle = choleskyOf(left);
  if (triangle?.some((_, i) => entry(triangle, i, i) ** 2 <= leastOwnShare * entry(own, i, i))) return undefined;
  return triangle && timesVector(transposed(design), solveLowerTransposed(triangle, solveLower(triangle, rest)));
};

const scoresOf = (pattern: Pattern, { at, likelihood }: Maximum): readonly (readonly number[] | undefined)[] => {
  const own = pattern.visits.map((a) => pattern.visits.map((b) => entry(at.covariance, a, b)));
  return residualsOf(pattern, likelihood.coefficients).map((rest, person) =>
    scoreOf(pattern.designs[person] ?? [], rest, own, likelihood.covariance),
  );
};

/**
 * Precision of contrasts that does not lean on the covariance structure being right: the empirical ("sandwich") covariance
 * of the coefficients with the correction of `mancl2001` for few participants. Degrees of freedom: participants less the
 * coefficients of one visit and of the factors. Undefined where a participant alone determines a coefficient.
 */
export const empiricalPrecisionAt = (data: Repeated, maximum: Maximum): ContrastPrecision | undefined => {
  const { covariance } = maximum.likelihood;
  const sum = new Float64Array(data.columns ** 2);
  for (const score of data.patterns.flatMap((pattern) => scoresOf(pattern, maximum))) {
    if (score === undefined) return undefined;
    addOuter(sum, score, score);
  }
  const spread = product(product(covariance, fromFlat(sum, data.columns)), covariance);
  const df = data.participants - data.columnsOfVisit;
  if (df < 1) return undefined;
  return (contrast) => ({ standardError: Math.sqrt(quadraticForm(spread, contrast)), df });
};
