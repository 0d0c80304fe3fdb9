import { type Day, readDay } from '#core/quantities/civil-date.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { ReadWritten, WrittenFault, WrittenPath } from './written-fault.ts';

const [firstYear, lastYear] = ['1900', '2199'];

type Why = Extract<WrittenFault, { readonly fault: 'date impossible' }>['why'];

const impossible = (path: WrittenPath, written: string, why: Why): { readonly faults: readonly WrittenFault[] } => ({
  faults: [{ fault: 'date impossible', path, written, why }],
});

const isOfOurTime = (written: string): boolean => written.slice(0, 4) >= firstYear && written.slice(0, 4) <= lastYear;

/** A date of which the day or the month may be left out, from 1900 to 2199 and not after `today` where that is given. */
export const writtenDate = (written: string, path: WrittenPath, today: Day | undefined): ReadWritten<PartialDate> => {
  const date = readDate(written);
  if (date === undefined) return impossible(path, written, 'no date');
  if (!isOfOurTime(written)) return impossible(path, written, 'outside the years 1900 to 2199');
  return today !== undefined && date.first > today ? impossible(path, written, 'in the future') : { read: date };
};

/** A whole day from 1900 to 2199. */
export const writtenDay = (written: string, path: WrittenPath): ReadWritten<Day> => {
  const day = readDay(written);
  if (day === undefined) return impossible(path, written, 'no date');
  return isOfOurTime(written) ? { read: day } : impossible(path, written, 'outside the years 1900 to 2199');
};

/** A date that cannot lie wholly before another: a visit before the birth, an end before the start. */
export const mustFollow = (
  date: PartialDate,
  earlier: PartialDate,
  path: WrittenPath,
  why: Extract<Why, 'before birth' | 'before its start'>,
): readonly WrittenFault[] => (date.last < earlier.first ? impossible(path, date.written, why).faults : []);
