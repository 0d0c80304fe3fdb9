import { civilOf, type Day, dayOf, daysInMonth } from './civil-date.ts';

/** A span of the calendar as a protocol writes it: `12 weeks`, `1 month`. The count is a whole number. */
export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/**
 * Weeks are 7 days. Months and years go by the calendar, to the same day of the month or, where that month is shorter,
 * to its last day (31 January + 1 month is 28 or 29 February). Throws when the result leaves the years 1000 to 9999.
 */
export const addDuration = (day: Day, duration: Duration): Day => {
  const { count, unit } = duration;
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, 12 * count);
    default:
      return unit satisfies never;
  }
};

/** The same rules backwards. Not the inverse of adding: 31 March - 1 month + 1 month is 28 March. */
export const subtractDuration = (day: Day, duration: Duration): Day =>
  addDuration(day, { count: -duration.count, unit: duration.unit });

const addMonths = (from: Day, count: number): Day => {
  const { year, month, day } = civilOf(from);
  const months = 12 * year + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), months - 12 * Math.floor(months / 12) + 1];
  const to = dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (to === undefined) throw new Error(`addDuration: ${count} months from day ${from} leave the years 1000 to 9999`);
  return to;
};

/** `12 weeks`, `1 day`. */
export const writeDuration = (d: Duration): string => `${d.count} ${d.unit}${d.count === 1 ? '' : 's'}`;
