import { entry, type Matrix, matrixOf } from './matrix.ts';

/** A pivot below this share of its diagonal entry is rounding, not information. */
const smallestPivot = 1e-14;

/** a′b over the first entries of both. */
const dotOfFirst = (a: readonly number[], b: readonly number[], count: number): number => {
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
};

/**
 * The lower triangle L with L·L′ = matrix (`golub2013`, algorithm 4.2.1), reading only the lower triangle of a symmetric
 * square matrix. Undefined where the matrix is not positive definite to about 14 digits. No rounding.
 */
export const choleskyOf = (matrix: Matrix): Matrix | undefined => {
  const size = matrix.length;
  const lower = matrixOf(size, size, () => 0);
  for (const [i, row] of lower.entries()) {
    for (const [j, other] of lower.slice(0, i).entries()) {
      row[j] = (entry(matrix, i, j) - dotOfFirst(row, other, j)) / (other[j] ?? Number.NaN);
    }
    const rest = entry(matrix, i, i) - dotOfFirst(row, row, i);
    if (!(rest > smallestPivot * entry(matrix, i, i))) return undefined;
    row[i] = Math.sqrt(rest);
  }
  return lower;
};

/** The x with L·x = right, L a lower triangle without zeros on its diagonal. */
export const solveLower = (lower: Matrix, right: readonly number[]): number[] => {
  const x: number[] = [];
  lower.forEach((row, i) => {
    let rest = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (row[k] ?? 0) * (x[k] ?? 0);
    x.push(rest / entry(lower, i, i));
  });
  return x;
};

/** The x with L′·x = right. */
export const solveLowerTransposed = (lower: Matrix, right: readonly number[]): number[] => {
  const x = lower.map((_, i) => right[i] ?? 0);
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < lower.length; k += 1) rest -= entry(lower, k, i) * (x[k] ?? 0);
    x[i] = rest / entry(lower, i, i);
  }
  return x;
};

/** The x with matrix·x = right for a symmetric positive definite matrix; undefined where it is not one. */
export const solveSymmetric = (matrix: Matrix, right: readonly number[]): readonly number[] | undefined => {
  const lower = choleskyOf(matrix);
  return lower && solveLowerTransposed(lower, solveLower(lower, right));
};

/** The inverse of L·L′, exactly symmetric. */
export const invertFromCholesky = (lower: Matrix): Matrix => {
  const size = lower.length;
  const columns = lower.map((_, j) =>
    solveLowerTransposed(
      lower,
      solveLower(
        lower,
        Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)),
      ),
    ),
  );
  return matrixOf(size, size, (i, j) => entry(columns, Math.min(i, j), Math.max(i, j)));
};

/** The inverse of a symmetric positive definite matrix; undefined where it is not one. */
export const invertSymmetric = (matrix: Matrix): Matrix | undefined => {
  const lower = choleskyOf(matrix);
  return lower && invertFromCholesky(lower);
};

/** ln |L·L′|. */
export const logDeterminantFromCholesky = (lower: Matrix): number =>
  2 * lower.reduce((sum, _, i) => sum + Math.log(entry(lower, i, i)), 0);
