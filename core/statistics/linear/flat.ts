import { type Matrix, matrixOf } from './matrix.ts';

/** The rows of a matrix one after another, for sums over many matrices of one shape. */
export type Flat = Float64Array;

/** The rows of a matrix behind one another. */
export const flatOf = (matrix: Matrix): Flat => Float64Array.from(matrix.flat());

/** The matrix with so many columns whose rows these are. */
export const fromFlat = (flat: Flat, columns: number): Matrix =>
  matrixOf(columns === 0 ? 0 : flat.length / columns, columns, (i, j) => flat[i * columns + j] ?? Number.NaN);

/** target + factor · source, in place: the one step that the sums of a mixed model consist of. */
export const addScaled = (target: Flat, source: Flat, factor: number): void => {
  if (factor === 0) return;
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0);
};

/** Sum of the products, entry by entry: the trace of a·b′. */
export const dotFlat = (a: Flat, b: Flat): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** left · right′, entry by entry, added to `target`. */
export const addOuter = (target: Flat, left: readonly number[], right: readonly number[]): void => {
  const columns = right.length;
  left.forEach((value, i) => {
    if (value === 0) return;
    for (let j = 0; j < columns; j += 1) {
      target[i * columns + j] = (target[i * columns + j] ?? 0) + value * (right[j] ?? 0);
    }
  });
};
