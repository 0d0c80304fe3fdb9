import { type Day, writeDay } from '#core/quantities/civil-date.ts';

/** "1 day", "12 days". */
export const inDays = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** "from 2026-06-26 to 2026-07-02", or "on 2026-06-01" where both are one. */
export const fromTo = (first: Day, last: Day): string =>
  first === last ? `on ${writeDay(first)}` : `from ${writeDay(first)} to ${writeDay(last)}`;
