/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar. A civil date has no clock and no zone: the host decides
 * which date it was where the participant stood, and the core counts days.
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const firstYear = 1000;
const lastYear = 9999;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** One cycle of the calendar: 400 years of 365 days and 97 leap days. */
const daysOfCycle = 146_097;
/** From 0000-03-01, the start of a cycle, to 1970-01-01. */
const daysBeforeEpoch = 719_468;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Length of a month; zero for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

/** The day of a civil date, or `undefined` for one that does not exist or lies outside the years 1000 to 9999. */
export const dayOf = (year: number, month: number, day: number): Day | undefined => {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return undefined;
  if (year < firstYear || year > lastYear) return undefined;
  return day < 1 || day > daysInMonth(year, month) ? undefined : countDays(year, month, day);
};

/** Counts from March, so that the leap day is the last of its year and month lengths follow one straight line. */
const countDays = (year: number, month: number, day: number): Day => {
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - 400 * cycle;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle = 365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * daysOfCycle + dayOfCycle - daysBeforeEpoch;
};

/** The civil date of a day. Throws outside the years 1000 to 9999, which no reading lets in. */
export const civilOf = (day: Day): CivilDate => {
  const shifted = day + daysBeforeEpoch;
  const cycle = Math.floor(shifted / daysOfCycle);
  const dayOfCycle = shifted - cycle * daysOfCycle;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfCycle + 400 * cycle + (month <= 2 ? 1 : 0);
  if (!(year >= firstYear && year <= lastYear)) throw new Error(`civilOf: day ${day} lies outside 1000 to 9999`);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
};

const wholeDate = /^\d{4}-\d{2}-\d{2}$/;
const codeOfZero = 48;

/** The number that digits make from one place of a text to before another. */
const numberIn = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let place = from; place < to; place += 1) number = 10 * number + text.charCodeAt(place) - codeOfZero;
  return number;
};

/** Reads `2026-03-02` and nothing else. */
export const readDay = (text: string): Day | undefined =>
  wholeDate.test(text) ? dayOf(numberIn(text, 0, 4), numberIn(text, 5, 7), numberIn(text, 8, 10)) : undefined;

export const writeDay = (day: Day): string => {
  const civil = civilOf(day);
  return `${civil.year}-${twoDigits(civil.month)}-${twoDigits(civil.day)}`;
};

const twoDigits = (n: number): string => n.toString().padStart(2, '0');
