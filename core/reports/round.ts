/**
 * Rounding for display, half away from zero on the decimal text of the number, so that 12.5 becomes 13 and 0.285 does
 * not become 0.28 by its binary neighbour (`Number.prototype.toFixed` alone would).
 */
export const roundHalfAway = (value: number, places: number): string => {
  const shifted = Number(`${Math.abs(value)}e${places}`);
  const rounded = Number(`${Math.round(Number.isNaN(shifted) ? Math.abs(value) * 10 ** places : shifted)}e-${places}`);
  const text = rounded.toFixed(places);
  return value < 0 && rounded !== 0 ? `−${text}` : text;
};

/** A proportion as a percentage, one decimal unless said otherwise; a minus sign, not a hyphen. */
export const writePercent = (proportion: number, places = 1): string => `${roundHalfAway(proportion * 100, places)}%`;

/** A probability to four decimals; below that "<0.0001", only here at the moment of print. */
export const writeProbability = (p: number): string => (p < 0.0001 ? '<0.0001' : roundHalfAway(p, 4));
