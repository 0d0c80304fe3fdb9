import { readDay } from '#core/quantities/civil-date.ts';

/** A moment at the bedside: a day, and the time on the clock of the site. */
export interface BedsideTime {
  readonly on: string;
  /** `09:05`. */
  readonly at: string;
}

const times = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight; undefined for what is no time. */
export const readClockTime = (written: string): number | undefined => {
  const [, hours, minutes] = times.exec(written) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

/**
 * Minutes from one moment to another, below zero where it lies before. By the clock on the wall: a change to summer time
 * in between, which no infusion is planned over, counts as an hour. Undefined where either is no moment.
 */
export const minutesBetween = (from: BedsideTime, to: BedsideTime): number | undefined => {
  const [first, last] = [readDay(from.on), readDay(to.on)];
  const [start, end] = [readClockTime(from.at), readClockTime(to.at)];
  if (first === undefined || last === undefined || start === undefined || end === undefined) return undefined;
  return (last - first) * 1440 + end - start;
};
