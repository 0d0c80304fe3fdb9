import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import type { Moment } from '#core/record/envelope.ts';

export const secondsOfDay = 86_400;
const instants = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?Z$/;
const offsets = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

/** Seconds from 1970 to an instant in UTC, a fraction left out; undefined for a text that is none. */
export const readInstant = (written: string): number | undefined => {
  const [, date = '', hours, minutes, seconds] = instants.exec(written) ?? [];
  const day = readDay(date);
  return day === undefined
    ? undefined
    : day * secondsOfDay + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};

/** Seconds since 1970 in UTC. Throws for a text that the record would not hold. */
export const secondsOf = ({ instant }: Pick<Moment, 'instant'>): number => {
  const seconds = readInstant(instant);
  if (seconds === undefined) throw new Error(`"${instant}" is no instant in UTC`);
  return seconds;
};

const two = (n: number): string => String(n).padStart(2, '0');

export const writeInstant = (seconds: number): string => {
  const day = Math.floor(seconds / secondsOfDay);
  const rest = seconds - day * secondsOfDay;
  const [hours, minutes] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)];
  return `${writeDay(day)}T${two(hours)}:${two(minutes)}:${two(rest % 60)}Z`;
};

const secondsEast = (offset: string): number | undefined => {
  const [, sign, hours, minutes] = offsets.exec(offset) ?? [];
  return sign === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
};

/** Whether instant, offset and civil date of a moment agree; the zone is only a name here. */
export const isMoment = ({ instant, offset, date }: Moment): boolean => {
  const [seconds, east] = [readInstant(instant), secondsEast(offset)];
  return seconds !== undefined && east !== undefined && writeDay(Math.floor((seconds + east) / secondsOfDay)) === date;
};

/** Whether one moment comes before another. */
export const isBefore = (a: Moment, b: Moment): boolean => secondsOf(a) < secondsOf(b);
