import { chooseEnd, type End, multiplyEnds } from './range-ends.ts';
import { add, compare, divide, multiply, negate, one, type Rational, zero } from './rational.ts';
import { not, type Truth } from './truth.ts';

/**
 * The values that a number may have: one when it is exact, a half line when it was reported as `<0.04`, a stretch when
 * it was counted as `5-10` or follows from a partial date. Never empty. An undefined end is unbounded, and open.
 */
export interface Range {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export const everything: Range = { low: undefined, high: undefined, lowOpen: true, highOpen: true };

export const exactly = (r: Rational): Range => ({ low: r, high: r, lowOpen: false, highOpen: false });
export const atMost = (r: Rational): Range => ({ low: undefined, high: r, lowOpen: true, highOpen: false });
export const lessThan = (r: Rational): Range => ({ low: undefined, high: r, lowOpen: true, highOpen: true });
export const atLeastValue = (r: Rational): Range => ({ low: r, high: undefined, lowOpen: false, highOpen: true });
export const moreThan = (r: Rational): Range => ({ low: r, high: undefined, lowOpen: true, highOpen: true });

/** Both ends included. Throws when they are the wrong way round, since a range is never empty. */
export const between = (low: Rational, high: Rational): Range => {
  if (compare(low, high) > 0) throw new Error('between: the low end lies above the high end');
  return { low, high, lowOpen: false, highOpen: false };
};

export const isExact = (range: Range): boolean =>
  range.low !== undefined && range.high !== undefined && compare(range.low, range.high) === 0;

export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** True when the comparison holds for all values of `a` and `b`, false when it holds for none, otherwise unknown. */
export const compareRanges = (a: Range, comparator: Comparator, b: Range): Truth => {
  switch (comparator) {
    case '<':
      return decided(alwaysLess(a, b), neverMore(b, a));
    case '<=':
      return decided(neverMore(a, b), alwaysLess(b, a));
    case '>':
      return decided(alwaysLess(b, a), neverMore(a, b));
    case '>=':
      return decided(neverMore(b, a), alwaysLess(a, b));
    case '=':
      return equal(a, b);
    case '!=':
      return not(equal(a, b));
    default:
      return comparator satisfies never;
  }
};

const decided = (always: boolean, never: boolean): Truth => {
  if (always) return 'true';
  return never ? 'false' : 'unknown';
};

/** Every value of `a` lies below every value of `b`. Where the ends touch, one open end keeps them apart. */
const alwaysLess = (a: Range, b: Range): boolean => {
  if (a.high === undefined || b.low === undefined) return false;
  const order = compare(a.high, b.low);
  return order < 0 || (order === 0 && (a.highOpen || b.lowOpen));
};

const neverMore = (a: Range, b: Range): boolean =>
  a.high !== undefined && b.low !== undefined && compare(a.high, b.low) <= 0;

/** Neither ever above the other leaves one single value for both. */
const equal = (a: Range, b: Range): Truth =>
  decided(neverMore(a, b) && neverMore(b, a), alwaysLess(a, b) || alwaysLess(b, a));

const lowEnd = (range: Range): End => ({ value: range.low ?? 'minus infinity', open: range.lowOpen });
const highEnd = (range: Range): End => ({ value: range.high ?? 'infinity', open: range.highOpen });

const fromEnds = (low: End, high: End): Range => ({
  low: typeof low.value === 'string' ? undefined : low.value,
  high: typeof high.value === 'string' ? undefined : high.value,
  lowOpen: low.open,
  highOpen: high.open,
});

/** All sums. The two numbers are taken as independent: `x - x` of an uncertain x is not zero. */
export const addRanges = (a: Range, b: Range): Range => ({
  low: a.low && b.low && add(a.low, b.low),
  high: a.high && b.high && add(a.high, b.high),
  lowOpen: a.lowOpen || b.lowOpen,
  highOpen: a.highOpen || b.highOpen,
});

const negateRange = (range: Range): Range => ({
  low: range.high && negate(range.high),
  high: range.low && negate(range.low),
  lowOpen: range.highOpen,
  highOpen: range.lowOpen,
});

/** All differences, with the two numbers taken as independent. */
export const subtractRanges = (a: Range, b: Range): Range => addRanges(a, negateRange(b));

/** All values times `factor`. A negative factor turns the range round; zero gives exactly zero. */
export const scaleRange = (range: Range, factor: Rational): Range => {
  const sign = compare(factor, zero);
  if (sign === 0) return exactly(zero);
  if (sign < 0) return negateRange(scaleRange(range, negate(factor)));
  return { ...range, low: range.low && multiply(range.low, factor), high: range.high && multiply(range.high, factor) };
};

/** All products, with the two numbers taken as independent. */
export const multiplyRanges = (a: Range, b: Range): Range => {
  if (isExact(a) && a.low !== undefined) return scaleRange(b, a.low);
  if (isExact(b) && b.low !== undefined) return scaleRange(a, b.low);
  const corners = [
    multiplyEnds(lowEnd(a), lowEnd(b)),
    multiplyEnds(lowEnd(a), highEnd(b)),
    multiplyEnds(highEnd(a), lowEnd(b)),
    multiplyEnds(highEnd(a), highEnd(b)),
  ] as const;
  return fromEnds(chooseEnd(corners, -1, 'closed'), chooseEnd(corners, 1, 'closed'));
};

/** All quotients. Where the divisor may be zero nothing is known: the answer is `everything`, not an error. */
export const divideRanges = (a: Range, b: Range): Range => {
  if (compareRanges(b, '!=', exactly(zero)) !== 'true') return everything;
  return multiplyRanges(a, reciprocal(b));
};

/** One over each value of a range that excludes zero; an open end at zero goes to infinity. */
const reciprocal = (range: Range): Range => {
  const positive = compareRanges(range, '>', exactly(zero)) === 'true';
  if (!positive) return negateRange(reciprocal(negateRange(range)));
  const leastDivisor = range.low !== undefined && compare(range.low, zero) > 0 ? range.low : undefined;
  return {
    low: range.high === undefined ? zero : divide(one, range.high),
    high: leastDivisor && divide(one, leastDivisor),
    lowOpen: range.highOpen,
    highOpen: range.lowOpen,
  };
};

/** The smallest range that holds both. */
export const hull = (a: Range, b: Range): Range =>
  fromEnds(chooseEnd([lowEnd(a), lowEnd(b)], -1, 'closed'), chooseEnd([highEnd(a), highEnd(b)], 1, 'closed'));

/** What the lowest of several uncertain values may be. Throws on an empty list: nothing has no lowest value. */
export const lowest = (ranges: readonly Range[]): Range => {
  const [first, ...rest] = ranges;
  if (first === undefined) throw new Error('lowest: of no values');
  return fromEnds(
    chooseEnd([lowEnd(first), ...rest.map(lowEnd)], -1, 'closed'),
    chooseEnd([highEnd(first), ...rest.map(highEnd)], -1, 'open'),
  );
};

/** What the highest of several uncertain values may be. Throws on an empty list. */
export const highest = (ranges: readonly Range[]): Range => {
  if (ranges.length === 0) throw new Error('highest: of no values');
  return negateRange(lowest(ranges.map(negateRange)));
};
