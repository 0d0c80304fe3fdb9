import type { Act } from '#core/conduct/act.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Actor, Moment } from '#core/record/envelope.ts';
import type { StudyDefinition } from '#core/study/schema.ts';

/** A site of the study. */
export type Site = StudyDefinition['sites'][number];

const minutesEast = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The moment at a site when the local clock shows a second of a day: simulated time, never the machine's clock. */
export const momentAt = (day: Day, second: number, site: Site): Moment => {
  const utc = day * 86_400 + second - minutesEast(site.offset) * 60;
  const utcDay = Math.floor(utc / 86_400);
  const left = utc - utcDay * 86_400;
  const minute = Math.floor(left / 60);
  return {
    instant: `${writeDay(utcDay)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(left % 60)}Z`,
    offset: site.offset,
    zone: site.zone,
    date: writeDay(day),
  };
};

/** The people who act: one of each kind at a site, and those of the study as a whole. */
export const siteActor = (kind: 'investigator' | 'coordinator' | 'pharmacist', site: string): Actor => ({
  id: `${kind}-${site}`,
  role: kind,
});
export const laboratory: Actor = { id: 'laboratory-1', role: 'laboratory' };
/** Releases lots, and calls them back. */
export const qualityPerson: Actor = { id: 'quality-1', role: 'quality person' };
/** Writes the protocol; another than the author approves it. */
export const author: Actor = { id: 'author-1', role: 'protocol author' };
/** Judges serious events for the sponsor, and reports them. */
export const safetyPhysician: Actor = { id: 'safety-physician-1', role: 'safety physician' };
export const sponsor: Actor = { id: 'sponsor-1', role: 'sponsor' };
export const statistician: Actor = { id: 'statistician-0', role: 'unblinded statistician' };

const morning = 9 * 3600;
const lastSecond = 24 * 3600 - 1;

/** Who acts on a day at a site, and when. */
export type Clock = (day: Day, actor: Actor, site?: Site) => Act;

/** Public and sealed acts go by clocks of their own: how many of the one there are tells nothing of the other. */
export interface Clocks {
  readonly open: Clock;
  readonly sealed: Clock;
}

/** A clock that goes some seconds further with each act of a day, wherever it takes place. */
export const openClock = (first: Site, step = 20): Clock => {
  const seconds = new Map<Day, number>();
  return (day, actor, site = first) => {
    const second = seconds.get(day) ?? morning;
    seconds.set(day, Math.min(second + step, lastSecond));
    return { at: momentAt(day, second, site), actor };
  };
};
