import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { divide, type Rational, rational } from '#core/quantities/rational.ts';

const hundred = rational(100);

/** A number as a sentence writes it, exact. */
export const literal = (written: string): Rational => {
  const decimal = readDecimal(written);
  if (decimal === undefined) throw new Error(`"${written}" was read as a number and is none`);
  return rationalOf(decimal);
};

/** A percentage as an exact fraction: "125" is 5/4. */
export const fraction = (percent: string): Rational => divide(literal(percent), hundred);
