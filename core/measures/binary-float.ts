import { type Rational, rational } from '#core/quantities/rational.ts';

/** The nearest binary float of a fraction, for a formula with powers that fractions cannot take. */
export const floatOf = (r: Rational): number => Number(r.numerator) / Number(r.denominator);

/**
 * A binary float as the fraction that it is, exactly: what a formula gave is compared from there on without rounding.
 * Throws for infinity and for what is no number.
 */
export const rationalOfFloat = (x: number): Rational => {
  if (!Number.isFinite(x)) throw new Error(`rationalOfFloat: ${x} is not finite`);
  let [whole, denominator] = [x, 1n];
  // Doubling is exact, and a float has at most 1074 binary places.
  while (!Number.isInteger(whole)) [whole, denominator] = [whole * 2, denominator * 2n];
  return rational(BigInt(whole), denominator);
};
