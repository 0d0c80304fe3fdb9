import { addOuter, addScaled, dotFlat, type Flat, flatOf, fromFlat } from '../../linear/flat.ts';
import { dot, entry, type Matrix, matrixOf, product, timesVector } from '../../linear/matrix.ts';
import { byVisits } from './repeated.ts';
import { type PatternWeights, type RestrictedLikelihood, residualsOf } from './restricted-likelihood.ts';

/** `expected`, or `observed` at the maximum: the two agree when nothing is missing. */
export type InformationKind = 'expected' | 'observed';

/** What the derivatives of the likelihood by the covariance consist of, for the participants of one pattern. */
interface PatternSums {
  readonly weights: Matrix;
  readonly participants: number;
  /** Σ of (V⁻¹X) at visit a · (V⁻¹X) at visit b′, by visits. */
  readonly designs: readonly (readonly Flat[])[];
  /** (V⁻¹X) Φ (V⁻¹X)′ and V⁻¹r r′V⁻¹, summed over participants, both by visits. */
  readonly hat: Matrix;
  readonly residual: Matrix;
  /** Σ of (V⁻¹X) at visit a · (V⁻¹r) at visit b. */
  readonly mixed: readonly (readonly Flat[])[];
}

export interface LikelihoodSums {
  readonly columns: number;
  readonly covariance: Matrix;
  readonly patterns: readonly PatternSums[];
}

/** Σ over visits b and d of weight(a, b) · held(b, d) · weight(d, c): the weights from both sides. */
const sandwiched = (weights: Matrix, held: readonly (readonly Flat[])[], length: number): Flat[][] => {
  const size = weights.length;
  const empty = (): Flat[][] =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => new Float64Array(length)));
  const [half, whole] = [empty(), empty()];
  const add = (
    target: readonly (readonly Flat[])[],
    a: number,
    b: number,
    flat: Flat | undefined,
    by: number,
  ): void => {
    const sum = target[a]?.[b];
    if (sum && flat && flat.length === length) addScaled(sum, flat, by);
  };
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      for (let d = 0; d < size; d += 1) add(half, a, d, held[b]?.[d], entry(weights, a, b));
    }
  }
  for (let a = 0; a < size; a += 1) {
    for (let c = 0; c < size; c += 1) {
      for (let d = 0; d < size; d += 1) add(whole, a, c, half[a]?.[d], entry(weights, d, c));
    }
  }
  return whole;
};

const residualSums = ({ pattern, weights }: PatternWeights, coefficients: readonly number[]) => {
  const size = weights.length;
  const squares = new Float64Array(size * size);
  const mixed = byVisits(size, () => 0).map((row) => row.map(() => new Float64Array(coefficients.length)));
  residualsOf(pattern, coefficients).forEach((rest, person) => {
    const full = Array.from({ length: size }, () => 0);
    pattern.visits.forEach((visit, i) => {
      full[visit] = rest[i] ?? 0;
    });
    const weighted = timesVector(weights, full);
    addOuter(squares, weighted, weighted);
    // Weights from the left follow for all participants at once; on the right side they stand already.
    pattern.visits.forEach((a, i) => {
      const row = pattern.designs[person]?.[i] ?? [];
      weighted.forEach((value, b) => {
        const sum = mixed[a]?.[b];
        if (sum) addOuter(sum, row, [value]);
      });
    });
  });
  const weightedMixed = mixed.map((_, a) =>
    mixed.map((__, b) => {
      const sum = new Float64Array(coefficients.length);
      mixed.forEach((row, c) => {
        const flat = row[b];
        if (flat) addScaled(sum, flat, entry(weights, a, c));
      });
      return sum;
    }),
  );
  return { residual: fromFlat(squares, size), mixed: weightedMixed };
};

/** The sums over participants, at the covariance of a likelihood, from which gradient and information follow. */
export const sumsAt = (likelihood: RestrictedLikelihood): LikelihoodSums => {
  const columns = likelihood.coefficients.length;
  const spread = flatOf(likelihood.covariance);
  const patterns = likelihood.patterns.map((one): PatternSums => {
    const designs = sandwiched(one.weights, one.pattern.crossDesign, columns * columns);
    return {
      weights: one.weights,
      participants: one.pattern.designs.length,
      designs,
      hat: designs.map((row) => row.map((flat) => dotFlat(spread, flat))),
      ...residualSums(one, likelihood.coefficients),
    };
  });
  return { columns, covariance: likelihood.covariance, patterns };
};

const total = (a: Matrix, b: Matrix): number => a.reduce((sum, row, i) => sum + dot(row, b[i] ?? []), 0);

/** Slope of the restricted log-likelihood in each parameter whose derivative matrices are given. */
export const gradientOf = ({ patterns }: LikelihoodSums, derivatives: readonly Matrix[]): readonly number[] => {
  const size = patterns[0]?.weights.length ?? 0;
  const slope = byVisits(size, (a, b) =>
    patterns.reduce(
      (sum, { weights, participants, hat, residual }) =>
        sum + participants * entry(weights, a, b) - entry(hat, a, b) - entry(residual, a, b),
      0,
    ),
  );
  return derivatives.map((derivative) => -total(derivative, slope) / 2);
};

/** Σ X′V⁻¹ (∂V) V⁻¹X for each derivative of the covariance. */
export const designSlopes = ({ columns, patterns }: LikelihoodSums, derivatives: readonly Matrix[]): readonly Flat[] =>
  derivatives.map((derivative) => {
    const sum = new Float64Array(columns * columns);
    for (const { designs } of patterns) {
      designs.forEach((row, a) => {
        row.forEach((flat, b) => {
          addScaled(sum, flat, entry(derivative, a, b));
        });
      });
    }
    return sum;
  });

const residualSlopes = ({ columns, patterns }: LikelihoodSums, derivatives: readonly Matrix[]): readonly Flat[] =>
  derivatives.map((derivative) => {
    const sum = new Float64Array(columns);
    for (const { mixed } of patterns) {
      mixed.forEach((row, a) => {
        row.forEach((flat, b) => {
          addScaled(sum, flat, entry(derivative, a, b));
        });
      });
    }
    return sum;
  });

/** Σ over patterns of tr(∂ₖ·W·∂ₗ·held), symmetric in k and l, W the weights. */
const traces = (
  patterns: readonly PatternSums[],
  derivatives: readonly Matrix[],
  held: (one: PatternSums) => Matrix,
): Matrix => {
  const sum = matrixOf(derivatives.length, derivatives.length, () => 0);
  for (const one of patterns) {
    const left = derivatives.map((derivative) => product(derivative, one.weights).flat());
    // tr(A·B) is the sum of A times B′, entry by entry; (∂·held)′ = held·∂, both being symmetric.
    const right = derivatives.map((derivative) => product(held(one), derivative).flat());
    sum.forEach((row, k) => {
      row.forEach((value, l) => {
        row[l] = value + dot(left[k] ?? [], right[l] ?? []);
      });
    });
  }
  return sum;
};

/**
 * Information of the covariance parameters in the restricted likelihood: ½ tr(P ∂ₖ P ∂ₗ) expected, and y′P ∂ₖ P ∂ₗ P y
 * less that where it is observed; P = V⁻¹ − V⁻¹XΦX′V⁻¹ (`kenward1997`). The observed one leaves out second derivatives of
 * the covariance: exact at the maximum for the unstructured covariance, which is linear in its own elements.
 */
export const informationOf = (sums: LikelihoodSums, derivatives: readonly Matrix[], kind: InformationKind): Matrix => {
  const { patterns, covariance, columns } = sums;
  const plain = traces(patterns, derivatives, ({ weights, participants }) =>
    weights.map((row) => row.map((value) => participants * value)),
  );
  const hats = traces(patterns, derivatives, ({ hat }) => hat);
  const moved = designSlopes(sums, derivatives).map((flat) => product(covariance, fromFlat(flat, columns)));
  const turned = moved.map((matrix) => matrix.flat());
  const movedBack = moved.map((matrix) => matrixOf(columns, columns, (i, j) => entry(matrix, j, i)).flat());
  const expected = matrixOf(
    derivatives.length,
    derivatives.length,
    (k, l) => (entry(plain, k, l) - 2 * entry(hats, k, l) + dot(turned[k] ?? [], movedBack[l] ?? [])) / 2,
  );
  if (kind === 'expected') return expected;
  const squares = traces(patterns, derivatives, ({ residual }) => residual);
  const slopes = residualSlopes(sums, derivatives).map((flat) => [...flat]);
  const leaning = slopes.map((slope) => timesVector(covariance, slope));
  return matrixOf(
    derivatives.length,
    derivatives.length,
    (k, l) => entry(squares, k, l) - dot(slopes[k] ?? [], leaning[l] ?? []) - entry(expected, k, l),
  );
};
