import { decimalFraction, type Rational, rational } from '#core/quantities/rational.ts';

/** The nearest binary float of a fraction, for a formula with powers that fractions cannot take. */
export const floatOf = (r: Rational): number => Number(r.numerator) / Number(r.denominator);

/** A product as large as this has its own rounding in the first decimal place, which then decides nothing. */
const largestQuick = 2 ** 44;
const ninePlaces = 1e9;

/** The nearest multiple of the ninth place where the float product leaves no doubt about it; most values do not. */
const quicklyRounded = (x: number): number | undefined => {
  const scaled = x * ninePlaces;
  if (Math.abs(scaled) > largestQuick) return undefined;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  return Math.abs(rest - 0.5) < 0.01 ? undefined : below + (rest > 0.5 ? 1 : 0);
};

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
  const quick = quicklyRounded(x);
  if (quick !== undefined) return decimalFraction(quick, 9);
  const [numerator, denominator] = exactFraction(Math.abs(x));
  const rounded = (2n * numerator * places + denominator) / (2n * denominator);
  return rational(x < 0 ? -rounded : rounded, places);
};
