import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as d from '#core/deviations/given.ts';
import { given } from '#core/record/given.ts';
import { findQueries } from './find-queries.ts';
import type { QueryAbout, QueryRule } from './review-event.ts';

export const study = g.shipped('nct05631717');

/** The events of a person who was screened, with one adverse event; 15 of them, and whatever follows is the 16th. */
const history = [
  { source: 'adverse event', concept: 'infusion-reaction', start: '2026-05-19', end: 'ongoing' },
] as const;
const screened = g.screened(study, { history });
export const next = screened.length + 1;

/** The record of an item at screening, of an event, and of the event of that number. */
export const upcr = 'participant/P-001#7/UPCR';
export const creatinine = 'participant/P-001#7/creatinine';
export const reaction = 'participant/P-001#10/infusion-reaction.1';
export const recordOf = (version: number, item: string): string => `participant/${g.id}#${version}/${item}`;

export const past = (role: string, ...events: readonly ParticipantEvent[]) =>
  given(g.deciderOf(study, role), ...screened, ...events);
export const personAfter = (...events: readonly ParticipantEvent[]): Participant =>
  g.participantAfter([...screened, ...events]);
/** The same person, enrolled and allocated, and left. */
export const tookPart: readonly ParticipantEvent[] = [
  g.assessedEligible,
  g.enrolled,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  { type: 'participation ended', on: '2026-06-10', how: 'withdrawn' },
];

export const aboutUpcr: QueryAbout = { kind: 'item', visit: 'screening', item: 'UPCR', record: upcr };
export const aboutScreening: QueryAbout = { kind: 'visit', visit: 'screening' };
export const aboutReaction: QueryAbout = { kind: 'history', record: reaction };

export const raised = (query = 'Q1', about: QueryAbout = aboutUpcr, rule?: QueryRule): ParticipantEvent => ({
  type: 'query raised',
  query,
  about,
  text: 'Is this so?',
  ...(rule === undefined ? {} : { rule }),
});
export const answered = (query = 'Q1'): ParticipantEvent => ({ type: 'query answered', query, text: 'It is.' });
export const closed = (query = 'Q1'): ParticipantEvent => ({ type: 'query closed', query });
export const reopened = (query = 'Q1'): ParticipantEvent => ({ type: 'query reopened', query });
export const withdrawn = (query = 'Q1'): ParticipantEvent => ({ type: 'query withdrawn', query });
export const frozen: ParticipantEvent = { type: 'visit frozen', visit: 'screening' };
export const unfrozen: ParticipantEvent = { type: 'visit unfrozen', visit: 'screening' };

const entry = (written: string) => g.entries(written)[0] ?? { item: '', value: '' };
export const corrected = (replaces: string, written: string): ParticipantEvent => ({
  type: 'item corrected',
  visit: 'screening',
  replaces,
  entry: entry(written),
});
export const correct = (replaces: string, written: string) =>
  ({ type: 'correct item', visit: 'screening', replaces, entry: entry(written), reason: 'typing' }) as const;

export const coded = (record = reaction, term = 'Infusion related reaction'): ParticipantEvent => ({
  type: 'event coded',
  record,
  dictionary: 'CTCAE v5.0',
  term,
  code: term,
  class: 'Injury, poisoning and procedural complications',
});

/** What the edit checks find of one of the clean courses after edits: the rule, and what it is about. */
export const foundAfter = (from: keyof typeof d.courses, ...edits: readonly d.Edit[]): readonly string[] => {
  const course = d.all(...edits)(d.courses[from]);
  return findQueries(course.study, d.personOf(course), course.asOf).map(({ rule, about }) => {
    if (about.kind === 'visit') return `${rule}: ${about.visit}`;
    return `${rule}: ${about.kind === 'item' ? `${about.visit}/${about.item}` : about.record.replace(/.*\//, '')}`;
  });
};

/** The sentences of it. */
export const textsAfter = (from: keyof typeof d.courses, ...edits: readonly d.Edit[]): readonly string[] => {
  const course = d.all(...edits)(d.courses[from]);
  return findQueries(course.study, d.personOf(course), course.asOf).map(({ text }) => text);
};
