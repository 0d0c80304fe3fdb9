import type { Sitting } from '#core/measures/measure.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';
import { readLevel } from '#core/measures/read-level.ts';
import { readWholeNumber } from '#core/measures/read-whole-number.ts';
import { type ByItem, byItem } from './by-item.ts';
import { asksIfDueToLupus, dipstickMost, dueToLupusId, itemId, ordinalLevels, yesNoLevels } from './form.ts';
import type { BilagAssessment, BilagValue } from './item-state.ts';
import { type BilagItem, bilagItemTable } from './items.ts';
import { readAmount } from './read-amount.ts';

/** The 97 items of one visit as they were answered, by number. */
export interface ReadAssessment {
  readonly values: BilagAssessment;
  /** Of what counts: that something is absent is evidence of no grade. */
  readonly evidence: ByItem<Evidence>;
  readonly missing: ByItem<Missing>;
}

type ReadItem =
  | { readonly value: BilagValue; readonly evidence: Evidence }
  | { readonly value: undefined; readonly missing: Missing };

const [notPresent] = ordinalLevels;

/** An item of the form with its ids, and what is written when it is absent, which most items of most people are. */
interface AskedItem {
  readonly item: BilagItem;
  readonly id: string;
  /** Undefined where the form does not ask it. */
  readonly dueToLupus: string | undefined;
  readonly absent: { readonly written: string; readonly value: BilagValue } | undefined;
}

const absentAnswers: Readonly<Record<BilagItem['answer']['type'], AskedItem['absent']>> = {
  ordinal: { written: notPresent, value: 0 },
  'yes/no': { written: 'no', value: 'no' },
  dipstick: undefined,
  amount: undefined,
};

const askedItems: readonly AskedItem[] = bilagItemTable.map((item) => ({
  item,
  id: itemId(item.number),
  dueToLupus: asksIfDueToLupus(item) ? dueToLupusId(item.number) : undefined,
  absent: absentAnswers[item.answer.type],
}));

const readAnswer = ({ item: { answer }, id }: AskedItem, sitting: Sitting): ReadItem => {
  if (answer.type === 'dipstick') return readWholeNumber(id, 0, dipstickMost, sitting);
  if (answer.type === 'amount') return readAmount(id, answer, sitting);
  if (answer.type === 'yes/no') {
    const read = readLevel(id, yesNoLevels, sitting);
    if (read.level === undefined) return { value: undefined, missing: read.missing };
    return { value: read.level, evidence: read.evidence };
  }
  const read = readLevel(id, ordinalLevels, sitting);
  if (read.level === undefined) return { value: undefined, missing: read.missing };
  return { value: ordinalLevels.indexOf(read.level), evidence: read.evidence };
};

/** An attribution that was not answered is taken as lupus: a value that is asked for here is meant to count. */
const readItem = (asked: AskedItem, sitting: Sitting): ReadItem => {
  const { dueToLupus } = asked;
  // Where nobody answered it, there is nothing to read.
  if (dueToLupus === undefined || sitting.answer(dueToLupus) === undefined) return readAnswer(asked, sitting);
  const due = readLevel(dueToLupus, yesNoLevels, sitting);
  if (due.level === 'no') return { value: 'no', evidence: due.evidence };
  if (due.level === undefined && due.missing.kind === 'unreadable') return { value: undefined, missing: due.missing };
  return readAnswer(asked, sitting);
};

/** What a missing answer says to the rules: nothing when nothing was recorded. */
const missingValue = (missing: Missing): BilagValue | undefined => {
  if (missing.kind === 'unreadable') return 'unreadable';
  return missing.kind === 'item' && missing.why === 'not done' ? 'not done' : undefined;
};

/** Nothing for any item, at the place of its number. */
const nothing: readonly undefined[] = Array.from({ length: bilagItemTable.length + 1 }, () => undefined);

/** Reads the items of one visit. */
export const readAssessment = (sitting: Sitting): ReadAssessment => {
  const values: (BilagValue | undefined)[] = [...nothing];
  const evidence: (Evidence | undefined)[] = [...nothing];
  const missing: (Missing | undefined)[] = [];
  for (const asked of askedItems) {
    const { item, id, absent } = asked;
    if (absent !== undefined && sitting.answer(id)?.written === absent.written) {
      values[item.number] = absent.value;
      continue;
    }
    const read = readItem(asked, sitting);
    values[item.number] = read.value === undefined ? missingValue(read.missing) : read.value;
    if (read.value === undefined) missing[item.number] = read.missing;
    else evidence[item.number] = read.evidence;
  }
  return { values: byItem(values), evidence: byItem(evidence), missing: byItem(missing) };
};

/** Whether BILAG was assessed at a visit at all: at least one of its items has an answer other than not done. */
export const isAssessed = (sitting: Pick<Sitting, 'answer'>): boolean =>
  askedItems.some(({ id }) => {
    const answer = sitting.answer(id);
    return answer !== undefined && answer.written !== 'not done';
  });
