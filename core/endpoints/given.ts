import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { edited, withSections } from '#core/study/given.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** What is known of the kidney and the steroid of one person of a hand-made trial. */
export interface Course {
  /** "0.9 2.0": creatinine in mg/dL and UPCR in g/g at baseline. */
  readonly baseline: string;
  /** The same at week 24 (2026-11-16, day 168); undefined where the visit was missed. */
  readonly week24: string | undefined;
  /** mg of prednisone a day since before the trial. */
  readonly prednisone?: string;
  /** Through which day the histories are signed; week 24 unless a row leaves it open. */
  readonly signed?: string;
  /** SLEDAI-2K items at baseline and at week 24; the last may be left out of the form. */
  readonly sledai?: readonly [before: readonly string[], after: readonly string[]];
  readonly more?: readonly ParticipantEvent[];
}

const kidney = (visit: string, written: string): ParticipantEvent => {
  const [creatinine, ratio] = written.split(' ');
  return g.kidney(visit, `creatinine ${creatinine} mg/dL`, `UPCR ${ratio} g/g`, 'protein-24h not done');
};

const atWeek24 = ({ week24, sledai }: Course): readonly ParticipantEvent[] => {
  if (week24 === undefined) return [{ type: 'visit missed', visit: 'week 24' }];
  const answers = [{ text: 'other indicator of deterioration', answer: 'no' } as const];
  return [
    g.held('week 24', '2026-11-16'),
    kidney('week 24', week24),
    { type: 'judgements recorded', visit: 'week 24', answers },
    ...(sledai === undefined ? [] : [g.section('week 24', 'disease activity', g.sledai(...sledai[1]))]),
  ];
};

/** The events of one randomised person, from screening to week 24. */
export const eventsOf = (study: Study, id: string, arm: string, course: Course): readonly ParticipantEvent[] => {
  const { baseline, prednisone = '10', signed = '2026-11-16', sledai, more = [] } = course;
  const dose = { amount: prednisone, unit: 'mg', everyDays: 1, timesADay: 1 };
  const taken = { source: 'medication', concept: 'prednisone', start: '2026-01-01', end: 'ongoing', dose } as const;
  return [
    ...g.randomisedTo(study, arm),
    kidney('baseline', baseline),
    ...(sledai === undefined ? [] : [g.section('baseline', 'disease activity', g.sledai(...sledai[0]))]),
    { type: 'history recorded', records: [taken] } as const,
    ...g.signed(signed),
    ...atWeek24(course),
    ...more,
  ].map((event) => (event.type === 'participant identified' ? { ...event, participant: id } : event));
};

export const person = (study: Study, id: string, arm: string, course: Course): Participant =>
  g.participantAfter(eventsOf(study, id, arm, course));

/** Worked examples R1, R2, R3 of the response of NCT05631717, and what can be missing. */
export const courses = {
  complete: { baseline: '0.9 2.0', week24: '1.10 0.45' },
  partial: { baseline: '0.9 2.0', week24: '1.10 0.45', prednisone: '12.5' },
  none: { baseline: '2.0 4.0', week24: '1.5 1.0' },
  steroidUnknown: { baseline: '0.9 2.0', week24: '1.0 0.45', signed: '2026-06-01' },
  missed: { baseline: '0.9 2.0', week24: undefined },
  unchanged: { baseline: '0.9 2.0', week24: '1.0 1.9' },
} as const satisfies Record<string, Course>;

const first: Course = { ...courses.complete, sledai: [['proteinuria', 'haematuria', 'rash'], ['proteinuria']] };
const second: Course = {
  ...courses.partial,
  sledai: [
    ['proteinuria', 'haematuria'],
    ['proteinuria', 'haematuria', 'fever'],
  ],
};
const leaves: ParticipantEvent = { type: 'participation ended', on: '2026-11-20', how: 'withdrawn' };
const stops: ParticipantEvent = { type: 'treatment discontinued', on: '2026-06-10', why: 'own wish' };
const infusion = {
  type: 'dose given',
  dose: 'msc-infusion',
  number: 1,
  on: '2026-06-01',
  planned: '2026-06-01',
  amount: '127000000',
  unit: '{cells}',
} as const;

/** Three a side: CR, PR, none against PR-or-CR, not known, none. */
export const sixPeople = (study: Study): readonly Participant[] => [
  person(study, 'P-001', 'msc', { ...first, more: [infusion] }),
  person(study, 'P-002', 'msc', { ...second, more: [infusion, { ...leaves, how: 'completed' }] }),
  person(study, 'P-003', 'msc', courses.none),
  person(study, 'P-004', 'il-2', { ...courses.steroidUnknown, more: [stops] }),
  person(study, 'P-005', 'il-2', { ...courses.missed, more: [leaves] }),
  person(study, 'P-006', 'il-2', courses.unchanged),
];

const lists = `treatments:
  allowed: [hydroxychloroquine]
  prohibited: [biologic, immunosuppressant, apheresis, live-vaccine]
  rescue: [methylprednisolone, cyclophosphamide]
`;
const estimated =
  '- { event: discontinuation of treatment, kinds: [treatment discontinued], strategy: treatment policy }';
const trial = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** NCT05631717 with one more intercurrent event of its response, lists of medicines, and other passages. */
export const studyWithEvent = (event: string, ...passages: readonly (readonly [from: string, to: string])[]): Study => {
  const text = withSections(edited(trial, estimated, `- { event: planted, ${event} }`), lists);
  return g.studyIn(passages.reduce((now, [from, to]) => edited(now, from, to), text));
};

/** NCT05631717 with other passages. */
export const studyEdited = (...passages: readonly (readonly [from: string, to: string])[]): Study =>
  g.studyIn(passages.reduce((now, [from, to]) => edited(now, from, to), trial));

export const endpointOf = (study: Study, id: string): Endpoint =>
  study.endpoints.find(({ of }) => of.id === id) ?? assert.fail(`the study has no ${id}`);

/** A medicine, procedure or vaccine of one day. */
export const medicine = (
  concept: string,
  start: string,
  source: 'medication' | 'procedure' | 'vaccination' = 'medication',
): ParticipantEvent => ({ type: 'history recorded', records: [{ source, concept, start, end: start }] });

export const endedOn = (
  on: string,
  how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died' | 'excluded',
): ParticipantEvent => ({ type: 'participation ended', on, how });

/** A visit with creatinine 1.0 mg/dL and this UPCR in g/g; a response from 0.9 or less after 2.0, complete below 0.5. */
export const seenAt = (visit: string, on: string, ratio: string): readonly ParticipantEvent[] => [
  g.held(visit, on),
  g.kidney(visit, 'creatinine 1.0 mg/dL', `UPCR ${ratio} g/g`, 'protein-24h not done'),
];
