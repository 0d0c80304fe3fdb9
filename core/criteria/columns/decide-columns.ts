import { bindColumns, type TruthWords, wordsInBlock } from './block.ts';
import type { ColumnTable } from './column.ts';
import type { ColumnProgram } from './instruction.ts';
import { rowsInWord, wordsFor } from './plane.ts';
import { stepsFor } from './signal.ts';

/** What a byte of an answer says. */
export const truthCodes = ['false', 'true', 'unknown'] as const;

const spread = ({ holds, fails, from }: TruthWords, into: Uint8Array, first: number, rows: number): void => {
  for (let row = 0; row < rows; row += 1) {
    const word = from + (row >>> 5);
    const isTrue = ((holds[word] ?? 0) >>> (row & 31)) & 1;
    const isFalse = ((fails[word] ?? 0) >>> (row & 31)) & 1;
    into[first + row] = 2 - isTrue - 2 * isFalse;
  }
};

/**
 * The truth of every statement of a program for every row of a table: 0 false, 1 true, 2 unknown (`truthCodes`). Says
 * of a person what `compileCondition` says of the chart, where the table holds that person exactly (see `columnsOf`).
 */
export const decideColumns = (program: ColumnProgram, table: ColumnTable): ReadonlyMap<string, Uint8Array> => {
  const bound = bindColumns(program, table);
  const statements = [...program.statements].map(([name, signal]) => ({
    name,
    truths: new Uint8Array(table.rows),
    words: bound.read(signal),
  }));
  const taken = new Set<number>();
  const steps = [...program.statements.values()].flatMap((signal) => stepsFor(signal, program.instructions, taken));
  bound.asked.fill(-1);
  const words = wordsFor(table.rows);
  for (let from = 0; from < words; from += wordsInBlock) {
    bound.moveTo(from, Math.min(wordsInBlock, words - from));
    for (const step of steps) bound.take(step);
    const first = from * rowsInWord;
    const rows = Math.min(wordsInBlock * rowsInWord, table.rows - first);
    for (const each of statements) spread(each.words, each.truths, first, rows);
  }
  return new Map(statements.map(({ name, truths }) => [name, truths]));
};
