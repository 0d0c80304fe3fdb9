/** U+2212, as numbers are printed; a hyphen would break at the end of a line. */
export const minus = '−';

/** The number times a power of ten, moving the point in its decimal text: 0.2875 × 100 is 28.75 and not just below. */
const shifted = (value: number, places: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/**
 * Rounding for display, half away from zero on the decimal text of the number, so that 12.5 becomes 13 and 0.285 does
 * not become 0.28 by its binary neighbour (`Number.prototype.toFixed` alone would).
 */
export const roundHalfAway = (value: number, places: number): string => {
  const rounded = shifted(Math.round(shifted(Math.abs(value), places)), -places);
  const text = rounded.toFixed(places);
  return value < 0 && rounded !== 0 ? `${minus}${text}` : text;
};

/** A proportion as a percentage, one decimal unless said otherwise; a minus sign, not a hyphen. */
export const writePercent = (proportion: number, places = 1): string =>
  `${roundHalfAway(shifted(proportion, 2), places)}%`;

/** A probability to four decimals; below that "<0.0001", only here at the moment of print. */
export const writeProbability = (p: number): string => (p < 0.0001 ? '<0.0001' : roundHalfAway(p, 4));
