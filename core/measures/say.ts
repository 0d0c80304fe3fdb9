import { writeRational } from '#core/quantities/decimal.ts';
import { isExact, type Range } from '#core/quantities/range.ts';
import { compare, type Rational, zero } from '#core/quantities/rational.ts';
import type { Measured } from './measured.ts';

const places = 4;
const write = (value: Rational | undefined): string => (value === undefined ? '?' : writeRational(value, places));

/** "14", "8 to 12", "below 0.04", "not known": a range as a person reads it, rounded to four places. */
export const sayRange = (range: Range): string => {
  const { low, high, lowOpen, highOpen } = range;
  if (low === undefined && high === undefined) return 'not known';
  if (isExact(range)) return write(low);
  if (low === undefined || (highOpen && compare(low, zero) === 0))
    return `${highOpen ? 'below' : 'at most'} ${write(high)}`;
  if (high === undefined) return `${lowOpen ? 'above' : 'at least'} ${write(low)}`;
  return `${write(low)} to ${write(high)}`;
};

export const sayNumber = (measured: Measured): string =>
  measured.kind === 'number' ? sayRange(measured.range) : 'not a number';
