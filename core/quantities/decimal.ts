import { type Rational, rational } from './rational.ts';

/** A number exactly as it was written: 1.20 has the digits 120 and the scale 2, and is not 1.2. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const mostDigits = 30;
const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads an optional sign, digits and an optional fraction after a point. Everything else is refused (`undefined`):
 * exponents, commas, thousand separators, blanks, a missing digit on either side of the point, more than 30 digits.
 */
export const readDecimal = (text: string): Decimal | undefined => {
  const [, sign = '', before = '', fraction = ''] = pattern.exec(text) ?? [];
  const digits = before + fraction;
  if (digits.length === 0 || digits.length > mostDigits) return undefined;
  return { digits: sign === '-' ? -BigInt(digits) : BigInt(digits), scale: fraction.length };
};

/** Writes all places, trailing zeros included; leading zeros and a plus sign are not kept. */
export const writeDecimal = (d: Decimal): string => {
  const sign = d.digits < 0n ? '-' : '';
  const digits = (d.digits < 0n ? -d.digits : d.digits).toString().padStart(d.scale + 1, '0');
  if (d.scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -d.scale)}.${digits.slice(-d.scale)}`;
};

export const rationalOf = (d: Decimal): Rational => rational(d.digits, 10n ** BigInt(d.scale));

/** Rounds to `places` decimal places, half away from zero (2.5 to 3, -2.5 to -3), as laboratories do. */
export const decimalOf = (r: Rational, places: number): Decimal => {
  const scaled = r.numerator * 10n ** BigInt(places);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + r.denominator) / (2n * r.denominator);
  return { digits: scaled < 0n ? -rounded : rounded, scale: places };
};

/**
 * The shortest exact decimal where there is one within `maxPlaces`; otherwise rounded to `maxPlaces` (half away from
 * zero) with trailing zeros trimmed.
 */
export const writeRational = (r: Rational, maxPlaces = 12): string => {
  for (let places = 0; places <= maxPlaces; places += 1) {
    if (10n ** BigInt(places) % r.denominator === 0n) return writeDecimal(decimalOf(r, places));
  }
  return writeDecimal(trimmed(decimalOf(r, maxPlaces)));
};

const trimmed = (d: Decimal): Decimal => {
  let { digits, scale } = d;
  while (scale > 0 && digits % 10n === 0n) [digits, scale] = [digits / 10n, scale - 1];
  return { digits, scale };
};
