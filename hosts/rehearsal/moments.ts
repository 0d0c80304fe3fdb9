import type { Act } from '#core/conduct/desk.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Actor, Moment } from '#core/record/envelope.ts';
import type { StudyDefinition } from '#core/study/schema.ts';

type Site = StudyDefinition['sites'][number];

const minutesEast = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The moment at a site when the local clock shows a minute of a day: simulated time, never the machine's clock. */
export const momentAt = (day: Day, minute: number, site: Site): Moment => {
  const utc = day * 1440 + minute - minutesEast(site.offset);
  const utcDay = Math.floor(utc / 1440);
  const utcMinute = utc - utcDay * 1440;
  return {
    instant: `${writeDay(utcDay)}T${two(Math.floor(utcMinute / 60))}:${two(utcMinute % 60)}:00Z`,
    offset: site.offset,
    zone: site.zone,
    date: writeDay(day),
  };
};

export const investigator: Actor = { id: 'investigator-1', role: 'investigator' };
export const sponsor: Actor = { id: 'sponsor-1', role: 'sponsor' };
export const statistician: Actor = { id: 'statistician-0', role: 'unblinded statistician' };

/** A clock of one site that goes a minute further with each act of a day. */
export const openClock = (site: Site) => {
  const minutes = new Map<Day, number>();
  return (day: Day, actor: Actor): Act => {
    const minute = minutes.get(day) ?? 9 * 60;
    minutes.set(day, Math.min(minute + 1, 24 * 60 - 1));
    return { at: momentAt(day, minute, site), actor };
  };
};
