/**
 * Exact fractions. Thresholds such as "70 % of 0.40" have to compare equal to 0.28, which binary floats do not do.
 * Always in lowest terms with a positive denominator, so equal numbers have equal parts.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Euclid's algorithm for non-negative numbers; on machine numbers as soon as both fit, which is several times faster. */
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [large, small] = [a, b];
  while (small !== 0n) {
    if (large <= largestSafe && small <= largestSafe) return BigInt(smallDivisor(Number(large), Number(small)));
    [large, small] = [small, large % small];
  }
  return large;
};

const smallDivisor = (a: number, b: number): number => {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
};

const lowestTerms = (numerator: bigint, denominator: bigint): Rational => {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
};

const whole = (n: bigint | number): bigint => {
  if (typeof n === 'bigint') return n;
  if (!Number.isSafeInteger(n)) throw new Error(`rational: ${n} is not a safe integer`);
  return BigInt(n);
};

/** `numerator / denominator`. Throws on a number that is not a safe integer and on a denominator of zero. */
export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const [n, d] = [whole(numerator), whole(denominator)];
  if (d === 0n) throw new RangeError(`rational: ${n} divided by zero`);
  return d < 0n ? lowestTerms(-n, -d) : lowestTerms(n, d);
};

/** Up to the 22nd a float is one exactly, and so is what is left of it when twos and fives are cancelled. */
const powersOfTen = Array.from({ length: 23 }, (_, places) => 10 ** places);

/**
 * `digits / 10^places`, for the decimals that most numbers are: only twos and fives can be cancelled, which is several
 * times faster than Euclid. Throws on a number that is not a safe integer, and on other places than 0 to 22.
 */
export const decimalFraction = (digits: number, places: number): Rational => {
  if (!Number.isSafeInteger(digits)) throw new Error(`decimalFraction: ${digits} is not a safe integer`);
  if (digits === 0) return zero;
  let [numerator, denominator] = [digits, powersOfTen[places]];
  if (denominator === undefined) throw new Error(`decimalFraction: ${places} places are none of 0 to 22`);
  while (numerator % 2 === 0 && denominator % 2 === 0) [numerator, denominator] = [numerator / 2, denominator / 2];
  while (numerator % 5 === 0 && denominator % 5 === 0) [numerator, denominator] = [numerator / 5, denominator / 5];
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
};

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

export const add = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? lowestTerms(a.numerator + b.numerator, a.denominator)
    : lowestTerms(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational =>
  lowestTerms(a.numerator * b.numerator, a.denominator * b.denominator);

/** Throws a RangeError when `b` is zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

export const absolute = (a: Rational): Rational => (a.numerator < 0n ? negate(a) : a);

/** Exact order. Equal denominators, the usual case for values read with the same number of places, cost no product. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  if (a === b) return 0;
  if (a.denominator === b.denominator) return order(a.numerator, b.numerator);
  return order(a.numerator * b.denominator, b.numerator * a.denominator);
};

const order = (a: bigint, b: bigint): -1 | 0 | 1 => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** `base` to a whole power. Throws on a fractional exponent, and a RangeError on zero to a negative power. */
export const power = (base: Rational, exponent: number): Rational => {
  if (!Number.isSafeInteger(exponent)) throw new Error(`power: the exponent ${exponent} is not a whole number`);
  const times = BigInt(Math.abs(exponent));
  const raised = { numerator: base.numerator ** times, denominator: base.denominator ** times };
  return exponent < 0 ? divide(one, raised) : raised;
};
