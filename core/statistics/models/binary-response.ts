import type { NotEstimable } from '../counts.ts';
import { choleskyOf } from '../linear/cholesky.ts';
import { dot, type Matrix, transposed } from '../linear/matrix.ts';

/** One column of a model, its values in the order of the participants. */
export interface ModelColumn {
  readonly name: string;
  readonly values: readonly number[];
}

/** Who responded, and what the response may depend on. The intercept is added by the model. */
export interface BinaryResponse {
  readonly responses: readonly boolean[];
  readonly columns: readonly ModelColumn[];
}

export type BinaryResponseProblem =
  | 'no participants'
  | 'columns of different lengths'
  | 'not a number'
  | 'two columns of one name'
  | 'columns not independent'
  | 'confidence not between 0 and 1';

const centred = (values: readonly number[]): readonly number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const largest = Math.max(...values.map(Math.abs));
  // What is left of a constant by rounding is nothing.
  return values.map((value) => (Math.abs(value - mean) <= 1e-12 * largest ? 0 : value - mean));
};

const areIndependent = (columns: readonly ModelColumn[]): boolean => {
  const spread = columns.map(({ values }) => centred(values));
  return choleskyOf(spread.map((one) => spread.map((other) => dot(one, other)))) !== undefined;
};

/** The first thing that keeps a model with intercept from being fitted to these rows, in the order of the type. */
export const refuseBinaryResponse = (
  { responses, columns }: BinaryResponse,
  confidence: number,
): NotEstimable<BinaryResponseProblem> | undefined => {
  if (responses.length === 0) return { notEstimable: 'no participants' };
  if (columns.some(({ values }) => values.length !== responses.length)) {
    return { notEstimable: 'columns of different lengths' };
  }
  if (!columns.every(({ values }) => values.every(Number.isFinite))) return { notEstimable: 'not a number' };
  if (new Set(columns.map(({ name }) => name)).size < columns.length)
    return { notEstimable: 'two columns of one name' };
  if (columns.length >= responses.length || !areIndependent(columns))
    return { notEstimable: 'columns not independent' };
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};

/** The rows of the model: 1 for the intercept, then the columns. */
export const designOf = ({ responses, columns }: BinaryResponse): Matrix =>
  transposed([responses.map(() => 1), ...columns.map(({ values }) => values)]);

/** The names of the coefficients, in the order of `designOf`. */
export const coefficientNames = ({ columns }: BinaryResponse): readonly string[] => [
  'intercept',
  ...columns.map(({ name }) => name),
];
