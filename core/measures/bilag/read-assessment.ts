import type { Sitting } from '#core/measures/measure.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';
import { readLevel } from '#core/measures/read-level.ts';
import { readWholeNumber } from '#core/measures/read-whole-number.ts';
import { asksIfDueToLupus, dipstickMost, dueToLupusId, itemId, ordinalLevels, yesNoLevels } from './form.ts';
import type { BilagAssessment, BilagValue } from './item-state.ts';
import { type BilagItem, bilagItemTable } from './items.ts';
import { readAmount } from './read-amount.ts';

/** The 97 items of one visit as they were answered, by number. */
export interface ReadAssessment {
  readonly values: BilagAssessment;
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly missing: ReadonlyMap<number, Missing>;
}

type ReadItem =
  | { readonly value: BilagValue; readonly evidence: Evidence }
  | { readonly value: undefined; readonly missing: Missing };

const ordinals: readonly string[] = ordinalLevels;

const readAnswer = ({ number, answer }: BilagItem, sitting: Sitting): ReadItem => {
  const id = itemId(number);
  if (answer.type === 'dipstick') return readWholeNumber(id, 0, dipstickMost, sitting);
  if (answer.type === 'amount') return readAmount(id, answer, sitting);
  const read = readLevel(id, answer.type === 'ordinal' ? ordinals : yesNoLevels, sitting);
  if (read.level === undefined) return { value: undefined, missing: read.missing };
  const { level, evidence } = read;
  if (answer.type === 'ordinal') return { value: ordinals.indexOf(level), evidence };
  return { value: level === 'yes' ? 'yes' : 'no', evidence };
};

/** An attribution that was not answered is taken as lupus: a value that is asked for here is meant to count. */
const readItem = (item: BilagItem, sitting: Sitting): ReadItem => {
  if (!asksIfDueToLupus(item)) return readAnswer(item, sitting);
  const due = readLevel(dueToLupusId(item.number), yesNoLevels, sitting);
  if (due.level === 'no') return { value: 'no', evidence: due.evidence };
  if (due.level === undefined && due.missing.kind === 'unreadable') return { value: undefined, missing: due.missing };
  return readAnswer(item, sitting);
};

/** What a missing answer says to the rules: nothing when nothing was recorded. */
const missingValue = (missing: Missing): BilagValue | undefined => {
  if (missing.kind === 'unreadable') return 'unreadable';
  return missing.kind === 'item' && missing.why === 'not done' ? 'not done' : undefined;
};

/** Reads the items of one visit. */
export const readAssessment = (sitting: Sitting): ReadAssessment => {
  const values = new Map<number, BilagValue>();
  const evidence = new Map<number, Evidence>();
  const missing = new Map<number, Missing>();
  for (const item of bilagItemTable) {
    const read = readItem(item, sitting);
    const value = read.value === undefined ? missingValue(read.missing) : read.value;
    if (value !== undefined) values.set(item.number, value);
    if (read.value === undefined) missing.set(item.number, read.missing);
    else evidence.set(item.number, read.evidence);
  }
  return { values, evidence, missing };
};

/** Whether BILAG was assessed at a visit at all: at least one of its items has an answer other than not done. */
export const isAssessed = (sitting: Pick<Sitting, 'answer'>): boolean =>
  bilagItemTable.some(({ number }) => {
    const answer = sitting.answer(itemId(number));
    return answer !== undefined && answer.written !== 'not done';
  });
