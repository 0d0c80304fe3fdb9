import { openStream, type Stream } from '#core/randomisation/stream.ts';
import type { VirtualPerson } from './virtual-person.ts';

/**
 * How the disease goes on, under either arm alike: the rehearsal assumes no difference between treatments. The fall of
 * the protein to creatinine ratio by week 24 is lognormal, so that about 57% of people halve it (the published share
 * under mycophenolate or cyclophosphamide); laboratory noise, missing results and dropout are drawn on top.
 */
export const courseAssumptions = {
  logFall: { mean: -0.84, sd: 0.86 },
  halfWeeks: 8,
  noise: 0.12,
  creatinineDrift: 0.08,
  notDone: 0.02,
  missedVisit: 0.03,
  stopsTreatment: 0.06,
  leaves: 0.08,
  adverseEventsPerWeek: 0.06,
  serious: 0.08,
} as const;

export interface DiseaseCourse {
  readonly stopsTreatmentInWeek: number | undefined;
  readonly leavesInWeek: number | undefined;
  readonly leavesAs: 'withdrawn' | 'lost to follow-up';
  /** Days from the first dose, with whether serious. */
  readonly adverseEvents: readonly { readonly day: number; readonly serious: boolean }[];
  readonly upcrAt: (week: number) => number;
  readonly creatinineAt: (week: number) => number;
  readonly prednisoneAt: (week: number) => number;
  readonly persists: (item: string, week: number) => boolean;
  readonly misses: (visit: string) => boolean;
  readonly notDone: (visit: string, item: string) => boolean;
}

const tapered = (start: number, week: number): number => {
  const share = Math.max(0.15, 1 - week / 16);
  return Math.max(5, Math.round((start * share) / 2.5) * 2.5);
};

const drawAdverseEvents = (stream: Stream): DiseaseCourse['adverseEvents'] => {
  const events: { day: number; serious: boolean }[] = [];
  for (let week = 0; week < 24; week += 1) {
    if (!stream.chance(courseAssumptions.adverseEventsPerWeek)) continue;
    events.push({ day: week * 7 + 1 + stream.integer(6), serious: stream.chance(courseAssumptions.serious) });
  }
  return events;
};

const weekOf = (stream: Stream, chance: number): number | undefined =>
  stream.chance(chance) ? 2 + stream.integer(20) : undefined;

/** Draws the course of one person; each part from a stream of its own. */
export const drawCourse = (secret: Uint8Array, person: VirtualPerson): DiseaseCourse => {
  const stream = (...purpose: readonly string[]): Stream => openStream(secret, 'course', person.id, ...purpose);
  const assumed = courseAssumptions;
  const fall = assumed.logFall.mean + assumed.logFall.sd * stream('fall').normal();
  const drift = assumed.creatinineDrift * stream('drift').normal();
  const reached = (week: number): number =>
    (1 - 2 ** (-week / assumed.halfWeeks)) / (1 - 2 ** (-24 / assumed.halfWeeks));
  const noisy = (what: string, week: number): number =>
    Math.exp(assumed.noise * stream('noise', what, String(week)).normal());
  const leaves = stream('leaves');
  return {
    stopsTreatmentInWeek: weekOf(stream('stops'), assumed.stopsTreatment),
    leavesInWeek: weekOf(leaves, assumed.leaves),
    leavesAs: leaves.chance(0.5) ? 'withdrawn' : 'lost to follow-up',
    adverseEvents: drawAdverseEvents(stream('events')),
    upcrAt: (week) => person.upcr * Math.exp(fall * reached(week)) * noisy('upcr', week),
    creatinineAt: (week) => person.creatinine * Math.exp(drift * reached(week)) * noisy('creatinine', week) ** 0.5,
    prednisoneAt: (week) => tapered(person.prednisone, week),
    persists: (item, week) =>
      stream('item', item, String(week)).chance(Math.min(1, Math.exp((fall - 0.3) * 0.6 * reached(week)))),
    misses: (visit) => stream('misses', visit).chance(assumed.missedVisit),
    notDone: (visit, item) => stream('not done', visit, item).chance(assumed.notDone),
  };
};
