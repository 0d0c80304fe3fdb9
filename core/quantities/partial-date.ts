import { type Day, dayOf, daysInMonth, readDay, writeDay } from './civil-date.ts';
import type { Comparator } from './range.ts';
import { not, type Truth } from './truth.ts';

/** A date of which the day, or the day and month, may be unknown: any day from `first` to `last`, both included. */
export interface PartialDate {
  readonly first: Day;
  readonly last: Day;
  readonly written: string;
}

const yearOnly = /^(\d{4})(?:-UK-UK)?$/;
const yearAndMonth = /^(\d{4})-(\d{2})(?:-UK)?$/;

/** Reads `2026-03-02`, `2026-03`, `2026`, and the forms' `2026-03-UK` and `2026-UK-UK`; nothing else. */
export const readDate = (text: string): PartialDate | undefined => {
  const [, year] = yearOnly.exec(text) ?? [];
  if (year !== undefined) return span(Number(year), 1, 12, text);
  const [, ofYear, month] = yearAndMonth.exec(text) ?? [];
  return ofYear === undefined ? wholeDate(text) : span(Number(ofYear), Number(month), Number(month), text);
};

const wholeDate = (text: string): PartialDate | undefined => {
  const day = readDay(text);
  return day === undefined ? undefined : { first: day, last: day, written: text };
};

const span = (year: number, fromMonth: number, toMonth: number, written: string): PartialDate | undefined => {
  const first = dayOf(year, fromMonth, 1);
  const last = dayOf(year, toMonth, daysInMonth(year, toMonth));
  return first === undefined || last === undefined ? undefined : { first, last, written };
};

export const onDay = (day: Day): PartialDate => ({ first: day, last: day, written: writeDay(day) });

/** True when the comparison holds for all days that the two may stand for, false when for none, otherwise unknown. */
export const compareDates = (a: PartialDate, comparator: Comparator, b: PartialDate): Truth => {
  switch (comparator) {
    case '<':
      return before(a, b);
    case '<=':
      return not(before(b, a));
    case '>':
      return before(b, a);
    case '>=':
      return not(before(a, b));
    case '=':
      return sameDay(a, b);
    case '!=':
      return not(sameDay(a, b));
    default:
      return comparator satisfies never;
  }
};

const before = (a: PartialDate, b: PartialDate): Truth => {
  if (a.last < b.first) return 'true';
  return a.first >= b.last ? 'false' : 'unknown';
};

const sameDay = (a: PartialDate, b: PartialDate): Truth => {
  if (a.last < b.first || b.last < a.first) return 'false';
  return a.first === b.last && a.last === b.first ? 'true' : 'unknown';
};
