import { add, divide, multiply, type Rational, rational, subtract, zero } from '#core/quantities/rational.ts';

/** One of the eight scales: its items, the bounds of its raw sum, its norm, and what it weighs in the two summaries. */
export interface Sf36Scale {
  readonly id: string;
  readonly title: string;
  readonly items: readonly number[];
  readonly raw: readonly [least: number, most: number];
  readonly norm: readonly [mean: Rational, deviation: Rational];
  readonly weights: Readonly<Record<Sf36Summary, Rational>>;
}

export type Sf36Summary = 'physical' | 'mental';

const consecutive = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Five decimal places, as the manual prints them. */
const places = (digits: number): Rational => rational(digits, 100_000);

type Numbers = readonly [mean: number, deviation: number, physical: number, mental: number];

const scale = (
  id: string,
  title: string,
  items: readonly number[],
  raw: Sf36Scale['raw'],
  [mean, deviation, physical, mental]: Numbers,
): Sf36Scale => ({
  id,
  title,
  items,
  raw,
  norm: [places(mean), places(deviation)],
  weights: { physical: places(physical), mental: places(mental) },
});

/** @source ware1994: items, norms of the United States in 1990, factor score coefficients; digits of the fifth place */
export const sf36Scales: readonly Sf36Scale[] = [
  scale('PF', 'physical functioning', consecutive(3, 12), [10, 30], [8_452_404, 2_289_490, 42_402, -22_999]),
  scale('RP', 'role-physical', consecutive(13, 16), [4, 8], [8_119_907, 3_379_729, 35_119, -12_329]),
  scale('BP', 'bodily pain', [21, 22], [2, 12], [7_549_196, 2_355_879, 31_754, -9731]),
  scale('GH', 'general health', [1, 33, 34, 35, 36], [5, 25], [7_221_316, 2_016_964, 24_954, -1571]),
  scale('VT', 'vitality', [23, 27, 29, 31], [4, 24], [6_105_453, 2_086_942, 2877, 23_534]),
  scale('SF', 'social functioning', [20, 32], [2, 10], [8_359_753, 2_237_642, -753, 26_876]),
  scale('RE', 'role-emotional', consecutive(17, 19), [3, 6], [8_129_467, 3_302_717, -19_206, 43_407]),
  scale('MH', 'mental health', [24, 25, 26, 28, 30], [5, 30], [7_484_212, 1_801_189, -22_069, 48_581]),
];

/** How many answers an item has; the first is 1. */
export const sf36Answers = (item: number): number => {
  if (item >= 3 && item <= 12) return 3;
  if (item >= 13 && item <= 19) return 2;
  return item === 21 || (item >= 23 && item <= 31) ? 6 : 5;
};

/** An answer x counts as this minus x, so that a higher number is better health. */
const reversedFrom: ReadonlyMap<number, number> = new Map([
  [20, 6],
  [23, 7],
  [26, 7],
  [27, 7],
  [30, 7],
  [34, 6],
  [36, 6],
]);

const tenths = (...digits: readonly number[]): readonly Rational[] => digits.map((each) => rational(each, 10));
const generalHealth = tenths(50, 44, 34, 20, 10);
const painAlone = tenths(60, 54, 42, 31, 22, 10);
/** For the item on interference alone, where the item on pain was left out. */
const interferenceAlone = [rational(6), rational(19, 4), rational(7, 2), rational(9, 4), rational(1)];

/** The answer to an item from 1 on; undefined where there is none. */
export type Sf36Form = (item: number) => number | undefined;

const pick = (table: readonly Rational[], answer: number): Rational => table[answer - 1] ?? zero;

/** The two items on pain, of which one fills in for the other. */
const painValues = (form: Sf36Form): readonly Rational[] => {
  const [pain, interference] = [form(21), form(22)];
  if (pain === undefined && interference === undefined) return [];
  if (interference === undefined) return [pick(painAlone, pain ?? 0), pick(painAlone, pain ?? 0)];
  if (pain === undefined) return [pick(interferenceAlone, interference), pick(interferenceAlone, interference)];
  return [pick(painAlone, pain), rational(pain === 1 && interference === 1 ? 6 : 6 - interference)];
};

const recode = (item: number, answer: number): Rational => {
  if (item === 1) return pick(generalHealth, answer);
  const from = reversedFrom.get(item);
  return rational(from === undefined ? answer : from - answer);
};

const valuesOf = ({ id, items }: Sf36Scale, form: Sf36Form): readonly Rational[] => {
  if (id === 'BP') return painValues(form);
  return items.flatMap((item) => {
    const answer = form(item);
    return answer === undefined ? [] : [recode(item, answer)];
  });
};

/**
 * A scale from 0 to 100, higher is better. Where at least half of its items were answered, the mean of these stands for
 * the rest; otherwise the scale is undefined.
 *
 * @source ware1994
 */
export const scaleScore = (scored: Sf36Scale, form: Sf36Form): Rational | undefined => {
  const values = valuesOf(scored, form);
  const count = scored.items.length;
  if (2 * values.length < count) return undefined;
  const sum = values.reduce(add, zero);
  const raw = multiply(sum, rational(count, values.length));
  const [least, most] = scored.raw;
  return divide(multiply(subtract(raw, rational(least)), rational(100)), rational(most - least));
};

/**
 * The physical or mental summary of the eight scales, in the order of `sf36Scales`: 50 in the norm, 10 for a deviation.
 *
 * @source ware1994
 */
export const summaryScore = (summary: Sf36Summary, scores: readonly Rational[]): Rational =>
  sf36Scales.reduce((sum, { norm: [mean, deviation], weights }, index) => {
    const score = scores[index];
    if (score === undefined) throw new Error(`summaryScore: ${scores.length} of ${sf36Scales.length} scales`);
    const z = divide(subtract(score, mean), deviation);
    return add(sum, multiply(multiply(z, weights[summary]), rational(10)));
  }, rational(50));
