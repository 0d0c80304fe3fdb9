import type { Day } from '#core/quantities/civil-date.ts';
import { type Dossier, mustBeDay, type ScheduledVisit } from './dossier.ts';

/** A stretch without contact that is longer than one missed visit explains. */
export interface ContactGap {
  readonly since: Day;
  readonly until: Day;
  /** The record of the contact before it. */
  readonly record: string;
  /** The visits that were due in it. */
  readonly due: readonly ScheduledVisit[];
}

interface Contact {
  readonly on: Day;
  readonly record: string;
}

/** Visits, doses and medicine that was handed over, from allocation on. */
const contactsOf = ({ held, participant, dayZero }: Dossier): readonly Contact[] => {
  const { allocated, doses, dispensed, returned } = participant;
  const acts = [...(allocated === undefined ? [] : [allocated]), ...doses, ...dispensed, ...returned];
  return [...held, ...acts.map(({ on, record }) => ({ on: mustBeDay(on), record }))]
    .filter(({ on }) => dayZero !== undefined && on >= dayZero)
    .toSorted((a, b) => a.on - b.on);
};

/**
 * The most days without contact that the schedule explains: from one visit to the next but one, both within their
 * windows, since a single visit that was missed is said by itself.
 */
export const longestGap = ({ visits }: Pick<Dossier, 'visits'>): number => {
  const followed = visits.filter(({ day }) => day >= 0);
  const last = followed.at(-1);
  return Math.max(0, ...followed.map((visit, index) => (followed[index + 2] ?? last ?? visit).latest - visit.earliest));
};

/** The day until which a contact is to be expected: the end of the schedule or of participation, or today. */
const expectedUntil = ({ visits, dayZero = 0, endedOn, asOf }: Dossier): Day =>
  Math.min(asOf, endedOn ?? asOf, dayZero + Math.max(...visits.map(({ latest }) => latest)));

/** Visits that were not held and of which the window closed after one day and by another. */
const unheldBetween = ({ visits, participant, dayZero = 0 }: Dossier, after: Day, by: Day): readonly ScheduledVisit[] =>
  visits.filter(({ id, latest }) => {
    const closed = dayZero + latest;
    return participant.visits.get(id)?.on === undefined && closed > after && closed <= by;
  });

/** Every gap of somebody who was allocated, in the order of time; two visits or more were due in each. */
export const contactGaps = (dossier: Dossier): readonly ContactGap[] => {
  const most = longestGap(dossier);
  const end = expectedUntil(dossier);
  const contacts = contactsOf(dossier);
  return contacts
    .map(({ on, record }, index) => ({ since: on, until: Math.min(contacts[index + 1]?.on ?? end, end), record }))
    .map((gap) => ({ ...gap, due: unheldBetween(dossier, gap.since, gap.until) }))
    .filter(({ since, until, due }) => until - since > most && due.length > 1);
};
