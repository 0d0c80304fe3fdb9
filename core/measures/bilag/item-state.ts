import { isBelowZero } from '#core/measures/laboratory.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { atLeastValue, between, exactly, type Range } from '#core/quantities/range.ts';
import { one, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { oncePer } from '../once-per.ts';
import { boundedMemory } from './bounded-memory.ts';
import type { ByItem } from './by-item.ts';
import { dipstickMost, ordinalLevels } from './form.ts';
import type { BilagItem } from './items.ts';

/**
 * The answer to one item, numbers in the unit of the form. For a measured number `no` says that it is not due to lupus,
 * and a range that the laboratory gave no single value (`<0.04`). `unreadable` was recorded, but nobody knows what it says.
 */
export type BilagValue = number | Range | 'yes' | 'no' | 'not done' | 'unreadable';

/** Answers by the number of the item; an item that is not in it was not recorded. */
export type BilagAssessment = ByItem<BilagValue>;

/** What is known of one item. Levels and yes/no are numbers too: 0 to 4, 0 to 3, 1 for yes. */
export type BilagItemState =
  | { readonly state: 'known'; readonly range: Range }
  | { readonly state: 'not due to lupus' }
  | { readonly state: 'not done' | 'not recorded' }
  | { readonly state: 'refused'; readonly why: string };

const known = (range: Range): Extract<BilagItemState, { readonly state: 'known' }> => ({ state: 'known', range });
const refused = (why: string): BilagItemState => ({ state: 'refused', why });

/** A number as it is written: 0.1 is one tenth, not the nearest binary float. Undefined for what is no such number. */
export const rationalOfNumber = (value: number): Rational | undefined => {
  const decimal = readDecimal(String(value));
  return decimal && rationalOf(decimal);
};

const [no, yes] = [known(exactly(zero)), known(exactly(one))];

/** Every level that is a single one is one of these very objects, so that it is known again without comparing. */
const levelStates = [no, yes, ...[2, 3, 4].map((level) => known(exactly(rational(level))))];
const levelRanges: readonly Range[] = levelStates.map(({ range }) => range);

/** The level that a range of `itemState` is; -1 for a range of several, and for one that was made elsewhere. */
export const singleLevel = (range: Range): number => (range === no.range ? 0 : levelRanges.indexOf(range));

/** No list has an element at a fraction or below zero. */
const levelState = (value: BilagValue, most: number): BilagItemState => {
  const state = typeof value === 'number' && value <= most ? levelStates[value] : undefined;
  return state ?? refused(`no whole number from 0 to ${most}`);
};

const yesNoState = (value: BilagValue): BilagItemState => {
  if (value === 'no') return no;
  return value === 'yes' ? yes : refused('neither yes nor no');
};

/** The range of a result that comes again is the same object again. */
const rangeState = oncePer((range: Range): BilagItemState => {
  if (isBelowZero(range)) return refused('below zero');
  return known(range.low === undefined ? { ...range, low: zero, lowOpen: false } : range);
});

const numberStates = boundedMemory<number, BilagItemState>(10_000);

/** Results come again and again: what was made of a number is remembered up to a bound. */
const exactState = (value: number): BilagItemState => {
  const before = numberStates.get(value);
  if (before !== undefined) return before;
  const exact = rationalOfNumber(value);
  return numberStates.keep(value, exact === undefined ? refused('no number') : rangeState(exactly(exact)));
};

const amountState = (value: BilagValue): BilagItemState => {
  if (typeof value === 'number') return exactState(value);
  return typeof value === 'object' ? rangeState(value) : refused('no number');
};

const notDue: BilagItemState = { state: 'not due to lupus' };
const ordinalMost = ordinalLevels.length - 1;

const stateBy: Readonly<Record<BilagItem['answer']['type'], (value: BilagValue) => BilagItemState>> = {
  ordinal: (value) => levelState(value, ordinalMost),
  'yes/no': yesNoState,
  dipstick: (value) => (value === 'no' ? notDue : levelState(value, dipstickMost)),
  amount: (value) => (value === 'no' ? notDue : amountState(value)),
};

/** What an answer says of an item. An answer that the item does not take is refused with the reason, never rounded. */
export const itemState = ({ answer }: BilagItem, value: BilagValue | undefined): BilagItemState => {
  if (value === undefined) return { state: 'not recorded' };
  if (value === 'not done') return { state: 'not done' };
  return value === 'unreadable' ? refused('unreadable') : stateBy[answer.type](value);
};

const everyAnswers: Readonly<Record<BilagItem['answer']['type'], Range>> = {
  ordinal: between(zero, rational(ordinalMost)),
  'yes/no': between(zero, one),
  dipstick: between(zero, rational(dipstickMost)),
  amount: atLeastValue(zero),
};

/** Everything that an item can be answered with. */
export const everyAnswer = ({ answer }: BilagItem): Range => everyAnswers[answer.type];
