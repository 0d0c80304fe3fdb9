import { dot, entry, type Matrix, matrixOf, transposed } from './matrix.ts';

export interface LeastSquares {
  readonly coefficients: readonly number[];
  /** (X′X)⁻¹: times the residual variance it is the covariance of the coefficients. */
  readonly unscaledCovariance: Matrix;
  readonly residualSumOfSquares: number;
  readonly residualDf: number;
}

/** A column that keeps less than this share of its length beside the earlier ones adds nothing to them. */
const smallestShare = 1e-10;
/** Below this length the squares of a column leave the range of doubles: as good as nothing but zeros. */
const smallestLength = 1e-150;

const reflect = (vector: number[], mirror: readonly number[], from: number, scale: number): void => {
  const factor = dot(vector.slice(from), mirror) * scale;
  for (let i = from; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) - factor * (mirror[i - from] ?? 0);
};

/** Turns the columns to an upper triangle and the right side along with them; false where a column depends on others. */
const triangulate = (columns: readonly number[][], right: number[]): boolean =>
  columns.every((column, k) => {
    const rest = column.slice(k);
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > smallestLength && length > smallestShare * Math.sqrt(dot(column, column)))) return false;
    const mirror = [(rest[0] ?? 0) + ((rest[0] ?? 0) < 0 ? -length : length), ...rest.slice(1)];
    const scale = 2 / dot(mirror, mirror);
    for (const later of columns.slice(k)) reflect(later, mirror, k, scale);
    reflect(right, mirror, k, scale);
    return true;
  });

/** The x with R·x = right, R the upper triangle whose columns are given. */
const solveUpper = (columns: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const x = columns.map((_, i) => right[i] ?? 0);
  for (let i = columns.length - 1; i >= 0; i -= 1) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < columns.length; k += 1) rest -= entry(columns, k, i) * (x[k] ?? 0);
    x[i] = rest / entry(columns, i, i);
  }
  return x;
};

/**
 * Ordinary least squares by Householder reflections (`golub2013`, algorithm 5.2.1), which lose half as many digits as the
 * normal equations. `design` has a row for each observation; undefined where it has fewer rows than columns, or a column
 * that depends on the ones before it. No rounding.
 */
export const solveLeastSquares = (design: Matrix, values: readonly number[]): LeastSquares | undefined => {
  const columns = transposed(design);
  const right = [...values];
  const size = columns.length;
  if (size === 0 || design.length < size || !triangulate(columns, right)) return undefined;
  const inverse = columns.map((_, j) =>
    solveUpper(columns, matrixOf(1, size, (_row, i) => (i === j ? 1 : 0))[0] ?? []),
  );
  const remaining = right.slice(size);
  return {
    coefficients: solveUpper(columns, right),
    // R⁻¹ has the columns `inverse`; (X′X)⁻¹ = R⁻¹·R⁻ᵀ.
    unscaledCovariance: matrixOf(size, size, (i, j) =>
      inverse.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0),
    ),
    residualSumOfSquares: dot(remaining, remaining),
    residualDf: design.length - size,
  };
};
