import { isBelowZero } from '#core/measures/laboratory.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { atLeastValue, between, exactly, type Range } from '#core/quantities/range.ts';
import { one, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { dipstickMost, ordinalLevels } from './form.ts';
import type { BilagItem } from './items.ts';

/**
 * The answer to one item, numbers in the unit of the form. For a measured number `no` says that it is not due to lupus,
 * and a range that the laboratory gave no single value (`<0.04`). `unreadable` was recorded, but nobody knows what it says.
 */
export type BilagValue = number | Range | 'yes' | 'no' | 'not done' | 'unreadable';

/** Answers by the number of the item; an item that is not in it was not recorded. */
export type BilagAssessment = ReadonlyMap<number, BilagValue>;

/** What is known of one item. Levels and yes/no are numbers too: 0 to 4, 0 to 3, 1 for yes. */
export type BilagItemState =
  | { readonly state: 'known'; readonly range: Range }
  | { readonly state: 'not due to lupus' }
  | { readonly state: 'not done' | 'not recorded' }
  | { readonly state: 'refused'; readonly why: string };

const known = (range: Range): BilagItemState => ({ state: 'known', range });
const refused = (why: string): BilagItemState => ({ state: 'refused', why });

/** A number as it is written: 0.1 is one tenth, not the nearest binary float. Undefined for what is no such number. */
export const rationalOfNumber = (value: number): Rational | undefined => {
  const decimal = readDecimal(String(value));
  return decimal && rationalOf(decimal);
};

const levelState = (value: BilagValue, most: number): BilagItemState =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
    ? known(exactly(rational(value)))
    : refused(`no whole number from 0 to ${most}`);

const yesNoState = (value: BilagValue): BilagItemState =>
  value === 'yes' || value === 'no' ? known(exactly(value === 'yes' ? one : zero)) : refused('neither yes nor no');

const amountState = (value: BilagValue): BilagItemState => {
  const exact = typeof value === 'number' ? rationalOfNumber(value) : undefined;
  const range = typeof value === 'object' ? value : exact && exactly(exact);
  if (range === undefined) return refused('no number');
  if (isBelowZero(range)) return refused('below zero');
  return known(range.low === undefined ? { ...range, low: zero, lowOpen: false } : range);
};

const numberState = (value: BilagValue, otherwise: (value: BilagValue) => BilagItemState): BilagItemState =>
  value === 'no' ? { state: 'not due to lupus' } : otherwise(value);

interface AnswerRule {
  readonly state: (value: BilagValue) => BilagItemState;
  readonly every: Range;
}

const ordinalMost = ordinalLevels.length - 1;

const answerRules: Readonly<Record<BilagItem['answer']['type'], AnswerRule>> = {
  ordinal: { state: (value) => levelState(value, ordinalMost), every: between(zero, rational(ordinalMost)) },
  'yes/no': { state: yesNoState, every: between(zero, one) },
  dipstick: {
    state: (value) => numberState(value, (level) => levelState(level, dipstickMost)),
    every: between(zero, rational(dipstickMost)),
  },
  amount: { state: (value) => numberState(value, amountState), every: atLeastValue(zero) },
};

/** What an answer says of an item. An answer that the item does not take is refused with the reason, never rounded. */
export const itemState = ({ answer }: BilagItem, value: BilagValue | undefined): BilagItemState => {
  if (value === undefined) return { state: 'not recorded' };
  if (value === 'not done') return { state: 'not done' };
  return value === 'unreadable' ? refused('unreadable') : answerRules[answer.type].state(value);
};

/** Everything that an item can be answered with. */
export const everyAnswer = ({ answer }: BilagItem): Range => answerRules[answer.type].every;
