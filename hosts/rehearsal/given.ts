import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openDesk } from '#core/conduct/desk.ts';
import { strataOf } from '#core/conduct/strata.ts';
import {
  isParticipantEvent,
  type ParticipantEvent,
  participantStream,
  type SealedEvent,
  type TrialEvent,
} from '#core/conduct/trial-event.ts';
import { type Day, readDay, writeDay } from '#core/quantities/civil-date.ts';
import type { AllocationList } from '#core/randomisation/permuted-blocks.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import { openAgenda } from './agenda.ts';
import { allocateOn } from './allocation.ts';
import type { Appointment } from './appointment.ts';
import { drawCandidate } from './candidates/candidate.ts';
import { openDraws } from './candidates/draws.ts';
import { planScreening } from './candidates/screening-plan.ts';
import { type Clerk, openClerk } from './desk-clerk.ts';
import { drawCourse } from './disease-course.ts';
import { fillVisit } from './fill-visit.ts';
import type { Followed } from './followed.ts';
import type { LotSupply } from './lot-supply.ts';
import { author, openClock, sponsor, statistician } from './moments.ts';
import { openSite } from './open-sites.ts';
import type { Rehearsal } from './rehearse.ts';
import { type ScenarioChanges, scenarioWith } from './scenario.ts';
import { type Screening, screenOn, signHistories, welcome } from './screening.ts';
import { planForms } from './visit-forms.ts';

/** The trial that comes with the program, with passages of its text replaced. */
export const compileShipped = (...edits: readonly (readonly [string, string])[]): Study =>
  compileTrial('nct05631717', ...edits);

export const compileTrial = (trial: string, ...edits: readonly (readonly [string, string])[]): Study => {
  let text = readFileSync(`trials/${trial}/study.yaml`, 'utf8');
  for (const [from, to] of edits) {
    assert.ok(text.includes(from), `the study has no "${from}"`);
    text = text.replace(from, () => to);
  }
  const { study, findings } = readStudy(text);
  return study ?? assert.fail(JSON.stringify(findings[0]));
};

export type Of<T extends ParticipantEvent['type']> = Extract<ParticipantEvent, { type: T }>;

/** The events of one type in the order in which they happened. */
export const eventsOf = <T extends ParticipantEvent['type']>(
  events: readonly { readonly type: string }[],
  type: T,
): readonly Of<T>[] => events.filter((event): event is Of<T> => event.type === type);

/** Events of each participant of a rehearsal, by id. */
export const peopleOf = (run: Rehearsal): ReadonlyMap<string, readonly ParticipantEvent[]> => {
  const people = new Map<string, ParticipantEvent[]>();
  for (const { stream, event } of run.log.all()) {
    if (!isParticipantEvent(event)) continue;
    const id = stream.slice('participant/'.length);
    people.set(id, [...(people.get(id) ?? []), event]);
  }
  return people;
};

/**
 * A study that fits on a page. `drip` is infused by the weight of each visit on days 0, 7 and 28, `pill` is taken at home
 * twice a day from day 0 to day 20; visits stand on days 0, 7, 14 and 28.
 */
const smallText = `trialwright: 1
id: small
title: A small study
version: "1"
design: { phase: 2, assignment: parallel, masking: open, participants: 4 }
conventions: { age: completed years }
sites:
  - { id: s, title: Site, zone: Etc/UTC, offset: "+00:00" }
arms:
  - id: drip
    title: Drip
    role: experimental
    doses:
      - { id: infusion, product: fluid, route: intravenous, amount: "10 mg/kg", weight at: each visit, on days: [0, 7, 28] }
  - id: pill
    title: Pill
    role: active comparator
    doses:
      - { id: tablet, product: tablets, route: oral, amount: "1 g", first day: 0, last day: 20, per day: 2, self administered: true }
allocation: { method: permuted blocks, ratio: { drip: 1, pill: 1 }, block sizes: [2] }
visits:
  - { id: screening, day: -7, earliest: -14, latest: -1 }
  - { id: baseline, day: 0, earliest: 0, latest: 0 }
  - { id: week 1, day: 7, earliest: 5, latest: 9 }
  - { id: week 2, day: 14, earliest: 12, latest: 16 }
  - { id: week 4, day: 28, earliest: 26, latest: 30 }
activities:
  - { id: body, title: Body, measures: [weight], visits: [screening, baseline, week 1, week 2, week 4] }
  - { id: kidney, title: Kidney, measures: [creatinine, UPCR], visits: [screening, baseline, week 1, week 2, week 4] }
eligibility:
  include:
    - { id: I1, title: Grown, rule: age at consent >= 1 years }
  exclude: []
definitions: []
responses: []
endpoints:
  - id: protein
    title: Protein
    role: primary
    kind: value
    rule: UPCR
    at: week 4
    missing: unknown
    estimand: { population: all, treatment: assigned, variable: UPCR, intercurrent events: [], summary: median }
analyses:
  - { id: described, kind: description, endpoint: protein, population: randomised }
assumptions: []
questions: []
`;

/** The small study, with passages of its text replaced. */
export const smallStudy = (...edits: readonly (readonly [string, string])[]): Study => {
  let text = smallText;
  for (const [from, to] of edits) {
    assert.ok(text.includes(from), `the small study has no "${from}"`);
    text = text.replace(from, () => to);
  }
  const { study, findings } = readStudy(text);
  return study ?? assert.fail(JSON.stringify(findings[0]));
};

/** Both arms infuse what looks alike, on days 0 and 7 by the weight at baseline, and nobody knows which is which. */
export const maskedStudy = (): Study =>
  smallStudy(
    ['masking: open', 'masking: double'],
    ['conventions:', 'masking: { masked: [participant, investigator], means: [alike bags] }\nconventions:'],
    ['weight at: each visit, on days: [0, 7, 28]', 'weight at: baseline, volume: 100 mL, on days: [0, 7]'],
    [
      '{ id: tablet, product: tablets, route: oral, amount: "1 g", first day: 0, last day: 20, per day: 2, self administered: true }',
      '{ id: sham, product: water, route: intravenous, amount: "100 mL", volume: 100 mL, on days: [0, 7], placebo for: infusion }',
    ],
  );

/** Nothing goes wrong and nothing happens; a test turns on what it is about. */
export const calm = {
  declines: 0,
  'days away': 0,
  'late visit': 0,
  'missed visit': 0,
  'result not done': 0,
  'histories late': 0,
  'empty section': 0,
  slip: 0,
  'leaves yearly': 0,
  'dies yearly': 0,
  'stops treatment yearly': 0,
  'adverse events yearly': 0,
  'infections yearly': 0,
  'infusion reaction': 0,
  'thaw failure': 0,
  'missed dose': 0,
  adherence: 1,
  'adherence sd': 0,
  'site pauses yearly': 0,
  'pregnancies yearly': 0,
  'partner pregnancies yearly': 0,
  'sponsor holds related': 0,
  'life-threatening': 0,
  'visit signed': 0,
  'shipment not kept': 0,
} as const satisfies ScenarioChanges['numbers'];

/** Day 0 of whoever is allocated in a scene. */
export const dayZero: Day = readDay('2026-06-01') ?? assert.fail();

const listTo = (study: Study, arm: string): AllocationList => ({
  algorithm: 'permuted-blocks/1',
  arms: study.definition.arms.map(({ id }) => ({ id, ratio: 1 })),
  blockSizes: [2],
  slots: strataOf(study).flatMap((stratum) =>
    Array.from({ length: 50 }, (_, index) => ({ stratum, slot: index + 1, block: 1 + Math.floor(index / 2), arm })),
  ),
});

const noStock: LotSupply = {
  take: () => assert.fail('nothing of the scene comes from a stock'),
  stock: () => undefined,
};

/** An open study of which every slot leads to one arm, and clerks who do what their sites do. */
export const openScene = (study: Study, arm = '', supply: LotSupply = noStock) => {
  const [site = assert.fail()] = study.definition.sites;
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const desk = openDesk(study, log, sealed);
  const clocks = { open: openClock(site), sealed: openClock(site) };
  const [from, { open: clock }] = [dayZero - 60, clocks];
  desk.actOnStudy({ type: 'draft study' }, clock(from, author));
  desk.actOnStudy({ type: 'approve study' }, clock(from, sponsor));
  const list = listTo(study, arm);
  desk.keepList(list, clock(from, statistician));
  const seal = { commitment: 'seal', slots: list.slots.length, method: list.algorithm };
  desk.actOnStudy({ type: 'seal allocation list', ...seal }, clock(from, statistician));
  desk.actOnStudy({ type: 'open study', purpose: 'rehearsal' }, clock(from, sponsor));
  for (const each of study.definition.sites) openSite(desk, each, from, clock);
  const clerkFor = (id: string): Clerk => openClerk(desk, study, clocks, supply, id, site);
  return { desk, log, sealed, clerkFor };
};

export const drawsOf = openDraws(secretFromSeed(7));

export type Numbers = { readonly numbers?: ScenarioChanges['numbers']; readonly person?: number };

/** Somebody who comes to an open study; a person of another number is another person. */
export const comingTo = (
  study: Study,
  { numbers = {}, person: number = 1 }: Numbers = {},
  scene = openScene(study),
): Screening => {
  const id = String(number).padStart(4, '0');
  const person = drawCandidate(id, drawsOf(number));
  const scenario = scenarioWith({ numbers: { ...calm, ...numbers } });
  return { study, scenario, clerk: scene.clerkFor(id), person, plan: planScreening(study).visits };
};

/** Who was allocated to an arm on `dayZero` by every act that leads there, with the visit of that day. */
export const followedIn = (study: Study, arm: string, numbers: Numbers = {}, supply: LotSupply = noStock) => {
  const scene = openScene(study, arm, supply);
  // What a test turns on begins with the allocation; until then all goes well.
  const calmly = comingTo(study, { ...numbers, numbers: {} }, scene);
  const { clerk, person, plan } = calmly;
  const forms = planForms(study);
  welcome(calmly, dayZero - 10);
  plan.forEach((planned, index) => {
    screenOn(calmly, index, planned.visit === 'baseline' ? dayZero : dayZero - 10 + Math.min(9, planned.day));
  });
  clerk.act({ type: 'assess eligibility', on: writeDay(dayZero - 1) }, dayZero - 1);
  clerk.act({ type: 'enrol', on: writeDay(dayZero - 1) }, dayZero - 1);
  const baseline = forms.get('baseline') ?? assert.fail();
  clerk.act({ type: 'hold visit', visit: 'baseline', on: writeDay(dayZero) }, dayZero);
  fillVisit(calmly, baseline, person, dayZero);
  signHistories(clerk, dayZero);
  assert.equal(allocateOn(calmly, dayZero), undefined);
  const scenario = scenarioWith({ numbers: { ...calm, ...numbers.numbers } });
  const followed: Followed = { ...calmly, scenario, forms, dayZero, course: drawCourse(person, arm, scenario) };
  const events = (): readonly ParticipantEvent[] =>
    scene.log.read(participantStream(person.id)).flatMap(({ event }) => (isParticipantEvent(event) ? [event] : []));
  return { ...followed, events, log: scene.log, sealed: scene.sealed };
};

/** Keeps appointments in the order of their days, as far as through a day counted from day 0. */
export const keep = (appointments: readonly Appointment[], through = Number.POSITIVE_INFINITY): void => {
  const agenda = openAgenda();
  agenda.add(appointments.filter(({ day }) => day <= dayZero + through));
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) next.happen();
};

/** The day so many days after day 0, as it is written. */
export const after = (days: number): string => writeDay(dayZero + days);
