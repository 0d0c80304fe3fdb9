import { minus, roundHalfAway } from '../round.ts';

/** A number for a sentence: three significant digits, whole numbers whole, U+2212 for minus. */
export const sayNumber3 = (value: number): string => {
  if (Number.isInteger(value)) return value < 0 ? `${minus}${-value}` : String(value);
  const size = Math.abs(value);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 2 : 3;
  return roundHalfAway(value, places);
};

/** "2.1 g/g", "14". */
export const sayWithUnit = (value: number, unit: string | undefined): string =>
  unit === undefined ? sayNumber3(value) : unit === '%' ? `${sayNumber3(value)}%` : `${sayNumber3(value)} ${unit}`;

/** "1 participant", "20 participants". */
export const sayPeople = (n: number): string => `${n} participant${n === 1 ? '' : 's'}`;
