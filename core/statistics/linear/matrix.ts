/** Rows of equal length. Small and dense: a model of a trial has some dozens of columns. */
export type Matrix = readonly (readonly number[])[];

/** The number at row i and column j; throws outside, so that a wrong index is never read as zero. */
export const entry = (matrix: Matrix, i: number, j: number): number => {
  const value = matrix[i]?.[j];
  if (value === undefined) throw new Error(`matrix: no entry at row ${i}, column ${j}`);
  return value;
};

/** A matrix of this shape, its entries computed from row and column. */
export const matrixOf = (rows: number, columns: number, value: (i: number, j: number) => number): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => value(i, j)));

/** Sum of the products of two vectors; the shorter one ends it. */
export const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Rows become columns. */
export const transposed = (matrix: Matrix): number[][] =>
  matrixOf(matrix[0]?.length ?? 0, matrix.length, (i, j) => entry(matrix, j, i));

/** matrix · vector. */
export const timesVector = (matrix: Matrix, vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));

/** a · b. */
export const product = (a: Matrix, b: Matrix): number[][] => {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};

/** vector′ · matrix · vector: a variance, where the matrix is one of covariances. */
export const quadraticForm = (matrix: Matrix, vector: readonly number[]): number =>
  dot(vector, timesVector(matrix, vector));
