import type { Answer } from '#core/measures/instrument.ts';
import { isBelowZero, missingItem } from '#core/measures/laboratory.ts';
import type { Sitting } from '#core/measures/measure.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';
import { inUnit, isQuantity, readQuantity } from '#core/quantities/quantity.ts';
import type { Range } from '#core/quantities/range.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import { oncePer } from '../once-per.ts';
import { boundedMemory } from './bounded-memory.ts';
import type { BilagAnswerType } from './items.ts';

type AmountType = Extract<BilagAnswerType, { readonly type: 'amount' }>;

/** A measured number in the unit of the form, or why there is none. */
export type ReadAmount =
  | { readonly value: Range; readonly evidence: Evidence }
  | { readonly value: undefined; readonly missing: Missing };

const rangeIn = ({ written, unit }: Answer, { units, molarMass }: AmountType): Range | string => {
  const [from, form] = [readUnit(unit ?? ''), readUnit(units[0])];
  if (!isUnit(form)) throw new Error(`the form has no such unit: ${units[0]}`);
  if (!isUnit(from)) return `the unit "${unit ?? ''}" is not known`;
  const quantity = readQuantity(written, from);
  if (!isQuantity(quantity)) return quantity.problem;
  const range = inUnit(quantity, form, molarMass);
  if (range === undefined) return `${from.written} does not convert to ${units[0]}`;
  return isBelowZero(range) ? 'below zero' : range;
};

interface Remembered {
  readonly unit: string | undefined;
  readonly range: Range | string;
}

/** What an item makes of a result, which comes again and again: remembered by its text, with its unit, up to a bound. */
const rememberedRanges = oncePer((type: AmountType) => {
  const known = boundedMemory<string, Remembered>(10_000);
  return (answer: Answer): Range | string => {
    const before = known.get(answer.written);
    if (before !== undefined && before.unit === answer.unit) return before.range;
    return known.keep(answer.written, { unit: answer.unit, range: rangeIn(answer, type) }).range;
  };
});

/**
 * Reads an item that is a number with a unit, and converts it to the unit of the form without rounding. A text that is
 * no number, an unknown or missing unit and a number below zero are unreadable. A censored result stays a range.
 */
export const readAmount = (item: string, type: AmountType, sitting: Sitting): ReadAmount => {
  const answer = sitting.answer(item);
  if (answer === undefined || answer.written === 'not done')
    return { value: undefined, missing: missingItem(item, sitting, answer) };
  const range = rememberedRanges(type)(answer);
  if (typeof range === 'string')
    return { value: undefined, missing: { kind: 'unreadable', item, point: sitting.point, why: range } };
  const { record, written, unit, date } = answer;
  return { value: range, evidence: { record, what: item, written: `${written} ${unit}`, date } };
};
