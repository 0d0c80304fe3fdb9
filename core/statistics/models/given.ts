import { expectedOf } from '../given.ts';
import type { BinaryResponse, ModelColumn } from './binary-response.ts';

/** Responses written as 1 and 0. */
export const responseOf = (y: readonly number[], columns: readonly ModelColumn[]): BinaryResponse => ({
  responses: y.map((value) => value === 1),
  columns,
});

/** A data set of `evidence/oracles/logistic` with what R's glm makes of it, where it is not separated. */
export interface LogisticRow {
  readonly name: string;
  readonly y: readonly number[];
  readonly columns: readonly ModelColumn[];
  readonly separated?: true;
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly p: readonly number[];
  readonly deviance: number;
  readonly lower: number;
  readonly upper: number;
  readonly ratio: number;
  readonly ratioP: number;
  /** Of marginal proportions, where the first column is an arm. */
  readonly difference?: number;
  readonly differenceError?: number;
}

export const logisticRows = (): readonly LogisticRow[] => expectedOf<readonly LogisticRow[]>('logistic');
export const fittedRows = (): readonly LogisticRow[] => logisticRows().filter(({ separated }) => separated !== true);

/** What a case of the public oracle of logistic models takes in. */
export interface ArmAndX {
  readonly y: readonly number[];
  readonly arm: readonly number[];
  readonly x: readonly number[];
}

export const armAndX = ({ y, arm, x }: ArmAndX): BinaryResponse =>
  responseOf(y, [
    { name: 'arm', values: arm },
    { name: 'x', values: x },
  ]);
