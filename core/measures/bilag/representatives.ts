import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import {
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '#core/quantities/rational.ts';

/**
 * A rule on one number changes only at certain values. So a few numbers stand for all of a range: its ends, those
 * values, and one between each two neighbours. Ranges start from zero: nothing measured here is negative.
 */
const half = rational(1, 2);

const holds = (range: Range, value: Rational): boolean => compareRanges(range, '=', exactly(value)) !== 'false';

const middle = (a: Rational, b: Rational): Rational => multiply(half, add(a, b));

const endsOf = ({ low, high }: Range): readonly Rational[] => [low ?? zero, ...(high === undefined ? [] : [high])];

/** The one value of most ranges, which has both ends in one object or in two that are equal. */
const onlyValue = ({ low, high }: Range): Rational | undefined =>
  low !== undefined && high !== undefined && (low === high || compare(low, high) === 0) ? low : undefined;

/** Numbers of the range such that any rule that changes only at `breaks` gives on them all that it can give on it. */
export const representatives = (range: Range, breaks: readonly Rational[]): readonly Rational[] => {
  const only = onlyValue(range);
  if (only !== undefined) return [only];
  const marks = [...endsOf(range), ...breaks.filter((each) => holds(range, each))].toSorted(compare);
  const between = marks.flatMap((mark, index) => marks.slice(index + 1, index + 2).map((next) => middle(mark, next)));
  const beyond = range.high === undefined ? marks.slice(-1).map((last) => add(last, one)) : [];
  const all = [...marks, ...between, ...beyond].filter((each) => holds(range, each)).toSorted(compare);
  return all.filter((each, index) => all.slice(0, index).every((before) => compare(before, each) !== 0));
};

/** A border on which the current value is the previous one times `slope` and `rise` more. */
export interface RuleBorder {
  readonly slope: Rational;
  readonly rise: Rational;
}

/** Where a rule on a current and a previous value may change: at values of either, and on borders between the two. */
export interface RuleChanges {
  readonly current: readonly Rational[];
  readonly previous: readonly Rational[];
  readonly borders: readonly RuleBorder[];
}

const previousAt = (current: Rational, { slope, rise }: RuleBorder): Rational => divide(subtract(current, rise), slope);
const currentAt = (previous: Rational, { slope, rise }: RuleBorder): Rational => add(multiply(slope, previous), rise);

/**
 * Pairs of a current and a previous value that stand for all pairs of two ranges. Every corner that borders, values and
 * ends make has its previous value among those tried, so that no field between them is passed over. Borders meet one
 * another at a previous value of zero, if at all.
 */
export const representativePairs = (
  current: Range,
  previous: Range,
  changes: RuleChanges,
): readonly (readonly [current: Rational, previous: Rational])[] => {
  const [now, then] = [onlyValue(current), onlyValue(previous)];
  if (now !== undefined && then !== undefined) return [[now, then]];
  const levels = [...changes.current, ...endsOf(current)];
  const corners = changes.borders.flatMap((border) => levels.map((level) => previousAt(level, border)));
  return representatives(previous, [...changes.previous, ...corners]).flatMap((before) => {
    const crossed = changes.borders.map((border) => currentAt(before, border));
    return representatives(current, [...changes.current, ...crossed]).map((now) => [now, before] as const);
  });
};
