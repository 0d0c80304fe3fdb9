import { type BoundProgram, bindColumns, type TruthWords, wordsInBlock } from './block.ts';
import type { ColumnTable } from './column.ts';
import type { ColumnProgram } from './instruction.ts';
import { rowsInWord, rowsOfWord, wordsFor } from './plane.ts';
import { negated, stepsFor } from './signal.ts';

/** A criterion and the statement of the program that says it. */
export interface ColumnCriterion {
  readonly id: string;
  readonly kind: 'include' | 'exclude';
  readonly statement: string;
}

/** What a byte of a verdict says. */
export const verdictCodes = ['eligible', 'not eligible', 'needs information'] as const;

/** A verdict for each row, and the index of the criterion that is the reason; −1 for the eligible. */
export interface ColumnVerdicts {
  readonly verdicts: Uint8Array;
  readonly reasons: Int16Array;
}

/** A criterion over one block: the steps that those before it have not taken yet, and where it is met. */
interface Asked {
  readonly steps: readonly number[];
  readonly met: TruthWords;
}

const bindCriteria = (
  criteria: readonly ColumnCriterion[],
  program: ColumnProgram,
  bound: BoundProgram,
): readonly Asked[] => {
  const taken = new Set<number>();
  return criteria.map(({ id, kind, statement }) => {
    const signal = program.statements.get(statement);
    if (signal === undefined) throw new Error(`columns: ${id} is said by ${statement}, which is no statement`);
    return {
      steps: stepsFor(signal, program.instructions, taken),
      met: bound.read(kind === 'include' ? signal : negated(signal)),
    };
  });
};

/** Gives every row of a word whose bit is set a verdict and its reason. */
const note = (bits: number, first: number, verdict: number, reason: number, screened: ColumnVerdicts): void => {
  const { verdicts, reasons } = screened;
  for (let left = bits; left !== 0; left &= left - 1) {
    const row = first + 31 - Math.clz32(left & -left);
    verdicts[row] = verdict;
    reasons[row] = reason;
  }
};

/** Notes whom one criterion fails for certain, and for whom it is the first that is open; tells whether anyone is left. */
const noteCriterion = (
  { met }: Asked,
  reason: number,
  [from, words]: readonly [number, number],
  left: Int32Array,
  settled: Int32Array,
  screened: ColumnVerdicts,
): boolean => {
  let anyone = 0;
  for (let word = 0; word < words; word += 1) {
    const asked = left[word] ?? 0;
    if (asked === 0) continue;
    const first = (from + word) * rowsInWord;
    const fails = (met.fails[met.from + word] ?? 0) & asked;
    const holds = met.holds[met.from + word] ?? 0;
    const open = settled[word] ?? 0;
    const opened = asked & ~(holds | fails) & open;
    if (fails !== 0) note(fails, first, 1, reason, screened);
    if (opened !== 0) note(opened, first, 2, reason, screened);
    settled[word] = open & ~opened;
    left[word] = asked & ~fails;
    anyone |= asked & ~fails;
  }
  return anyone !== 0;
};

/**
 * Screens every row of a table: not eligible as soon as one criterion certainly fails, with the first of these as the
 * reason; otherwise in need of information where one is unknown, with the first of these as the reason; otherwise
 * eligible. This is the verdict of `assessEligibility`. Whoever has failed is not asked the later criteria.
 *
 * Throws on a criterion whose statement the program does not have, and where the table lacks a column.
 */
export const screenColumns = (
  criteria: readonly ColumnCriterion[],
  program: ColumnProgram,
  table: ColumnTable,
): ColumnVerdicts => {
  const bound = bindColumns(program, table);
  const asked = bindCriteria(criteria, program, bound);
  const screened = { verdicts: new Uint8Array(table.rows), reasons: new Int16Array(table.rows).fill(-1) };
  const unsettled = new Int32Array(wordsInBlock);
  const words = wordsFor(table.rows);
  for (let from = 0; from < words; from += wordsInBlock) {
    const length = Math.min(wordsInBlock, words - from);
    bound.moveTo(from, length);
    unsettled.fill(-1);
    for (let word = 0; word < length; word += 1) bound.asked[word] = rowsOfWord(from + word, table.rows);
    asked.every((criterion, reason) => {
      for (const step of criterion.steps) bound.take(step);
      return noteCriterion(criterion, reason, [from, length], bound.asked, unsettled, screened);
    });
  }
  return screened;
};
