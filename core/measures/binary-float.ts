import { type Rational, rational } from '#core/quantities/rational.ts';

/** The nearest binary float of a fraction, for a formula with powers that fractions cannot take. */
export const floatOf = (r: Rational): number => Number(r.numerator) / Number(r.denominator);

/** Beyond the ninth place a formula in binary floats says nothing of a measurement, and machines differ in the last bits. */
const places = 10n ** 9n;

/** A binary float as the fraction that it is. Doubling is exact, and a float has at most 1074 binary places. */
const exactFraction = (x: number): readonly [numerator: bigint, denominator: bigint] => {
  let [whole, denominator] = [x, 1n];
  while (!Number.isInteger(whole)) [whole, denominator] = [whole * 2, denominator * 2n];
  return [BigInt(whole), denominator];
};

/**
 * What a formula in binary floats gave, rounded to nine decimal places, half away from zero: 15 mL/min/1.73 m² is 15 and
 * not the float just below, so that a limit is decided as on paper. From there on it is compared exactly.
 * Throws for infinity and for what is no number.
 */
export const rationalOfFloat = (x: number): Rational => {
  if (!Number.isFinite(x)) throw new Error(`rationalOfFloat: ${x} is not finite`);
  const [numerator, denominator] = exactFraction(Math.abs(x));
  const rounded = (2n * numerator * places + denominator) / (2n * denominator);
  return rational(x < 0 ? -rounded : rounded, places);
};
