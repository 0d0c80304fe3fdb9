import type { ElmParameter } from '../translate/elm-parameter.ts';
import { emptyPlane, emptyPlanes, type Plane, rowsInWord, setBit, type TruthPlanes, wordsFor } from './plane.ts';

/**
 * The answers of many people to one parameter. Numbers are whole parts, as the parameter counts them, beside a plane of
 * those that are known; levels and truths are planes, as Apache Arrow holds its booleans.
 */
export type Column =
  | { readonly type: 'Integer'; readonly parts: Int32Array; readonly known: Plane; readonly most: number }
  | { readonly type: 'String'; readonly levels: ReadonlyMap<string, TruthPlanes> }
  | { readonly type: 'Boolean'; readonly truth: TruthPlanes };

/** What many people answered: a column for each parameter, by its name. */
export interface ColumnTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** What one person answers to one parameter; null where it is not known. */
export type ColumnAnswer = bigint | number | string | boolean | null;

/** A column in which nothing is known yet. Numbers are padded to whole words, so that a word is read without a check. */
export const emptyColumn = (parameter: ElmParameter, rows: number): Column => {
  switch (parameter.type) {
    case 'Integer': {
      const parts = new Int32Array(wordsFor(rows) * rowsInWord);
      return { type: 'Integer', parts, known: emptyPlane(rows), most: Number(parameter.most) };
    }
    case 'String':
      return { type: 'String', levels: new Map(parameter.levels.map((level) => [level, emptyPlanes(rows)])) };
    case 'Boolean':
      return { type: 'Boolean', truth: emptyPlanes(rows) };
    default:
      return parameter satisfies never;
  }
};

const setNumber = (column: Extract<Column, { type: 'Integer' }>, row: number, answer: number): void => {
  if (!Number.isInteger(answer) || Math.abs(answer) > column.most)
    throw new Error(`column: ${answer} is no whole number of at most ${column.most}`);
  column.parts[row] = answer;
  setBit(column.known, row);
};

const setLevel = ({ levels }: Extract<Column, { type: 'String' }>, row: number, answer: string): void => {
  if (!levels.has(answer)) throw new Error(`column: ${answer} is none of ${[...levels.keys()].join(', ')}`);
  for (const [level, { holds, fails }] of levels) setBit(level === answer ? holds : fails, row);
};

/**
 * Writes what one person answered into a row that is still empty; null leaves it so. Throws on an answer of another
 * type, a level that the measure does not have, and a number that is not whole or lies beyond what the parameter takes.
 */
export const setAnswer = (column: Column, row: number, answer: ColumnAnswer): void => {
  if (answer === null) return;
  if (column.type === 'Integer' && (typeof answer === 'bigint' || typeof answer === 'number'))
    setNumber(column, row, Number(answer));
  else if (column.type === 'String' && typeof answer === 'string') setLevel(column, row, answer);
  else if (column.type === 'Boolean' && typeof answer === 'boolean')
    setBit(answer ? column.truth.holds : column.truth.fails, row);
  else throw new Error(`column: ${answer} is no ${column.type}`);
};
