import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import test from 'node:test';
import { acceptItem } from '#core/conduct/accept-item.ts';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import { decideParticipant } from '#core/conduct/decide-participant.ts';
import { evolveParticipant } from '#core/conduct/evolve-participant.ts';
import { nobody } from '#core/conduct/participant.ts';
import { noStudy } from '#core/conduct/study-state.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import { type Candidate, drawCandidate } from './candidate.ts';
import { historyOf } from './candidate-history.ts';
import { openDraws } from './draws.ts';
import { compileFile, plantStudy } from './given.ts';
import { lastDayOf, participantEvents } from './participant-events.ts';
import { planScreening } from './screening-plan.ts';

const firstDay = 20_458;
const drawsOf = openDraws(secretFromSeed(7));
const person = (number: number): Candidate => drawCandidate(`C-${number}`, drawsOf(number));
const shipped = compileFile('trials/nct05631717/study.yaml');

/** The command with which a site would bring an event about. */
const commandOf = (event: ParticipantEvent): ParticipantCommand => {
  switch (event.type) {
    case 'participant identified':
      return { ...event, type: 'identify' };
    case 'consent given':
      return { ...event, type: 'give consent' };
    case 'participant described':
      return { ...event, type: 'describe' };
    case 'visit held':
      return { type: 'hold visit', visit: event.visit, on: event.on };
    case 'section recorded':
      return { ...event, type: 'record section' };
    case 'judgements recorded':
      return { ...event, type: 'record judgements' };
    case 'history recorded':
      return { ...event, type: 'record history' };
    case 'history completed':
      return { ...event, type: 'complete history' };
    default:
      return assert.fail(event.type);
  }
};

const mustBeDecided = (study: Study, number: number): void => {
  const plan = planScreening(study);
  const date = writeDay(lastDayOf(plan, firstDay));
  const at = { instant: `${date}T12:00:00Z`, offset: '+00:00', zone: 'UTC', date };
  const setting = { study, at, actor: { id: 'site', role: 'investigator' } } as const;
  const open = { ...noStudy, approved: 'screening', openFor: 'rehearsal' } as const;
  let state = nobody;
  for (const event of participantEvents(study, plan, person(number), firstDay)) {
    const decided = decideParticipant(commandOf(event), state, open, setting);
    assert.deepEqual(decided, [event]);
    state = evolveParticipant(state, event);
  }
};

for (const path of globSync('trials/*/study.yaml').toSorted())
  test(`${path}: every event is one that production would decide`, () => {
    const study = compileFile(path);
    for (let number = 1; number <= 40; number += 1) mustBeDecided(study, number);
  });

test('the same person tells the same story', () => {
  const events = () => participantEvents(shipped, planScreening(shipped), person(5), firstDay);
  assert.deepEqual(events(), events());
});

test('every measure of the catalogue is answered as its form takes it, and none breaks', () => {
  const forms = new Map(catalogue.map(({ id, instrument }) => [instrument?.id, id]));
  const study = plantStudy(
    { P1: 'reached consent' },
    [...forms].filter(([form]) => form !== undefined).map(([, id]) => id),
  );
  const items = new Map(
    catalogue.flatMap(({ instrument }) => (instrument?.items ?? []).map((item) => [item.id, item])),
  );
  const plan = planScreening(study);
  const answered = new Set<string>();
  for (let number = 1; number <= 60; number += 1)
    for (const event of participantEvents(study, plan, person(number), firstDay)) {
      if (event.type !== 'section recorded') continue;
      for (const entry of event.items) {
        assert.equal(acceptItem(entry, items), undefined, JSON.stringify(entry));
        answered.add(entry.item);
      }
    }
  assert.deepEqual(
    [...items.keys()].filter((id) => !answered.has(id)),
    [],
  );
  assert.ok(
    plan.untaught.every((name) => /^(sf-?36|lupus-?qol|NIH|SDI|EULAR)/i.test(name)),
    plan.untaught.join(),
  );
});

const histories = Array.from({ length: 1500 }, (_, index) =>
  historyOf(person(index + 1), firstDay, shipped.lexicon.concepts),
);
const shareWith = (concept: string): number =>
  histories.filter((records) => records.some((record) => record.concept === concept)).length / histories.length;

for (const [concept, chance] of [
  ['systemic-lupus-erythematosus', 1],
  ['kidney-biopsy', 0.96],
  ['mycophenolate', 0.6],
  ['prednisone', 0.95],
  ['rituximab', 0.05],
  ['lupus-relapse', 0.55],
  ['hepatitis-B', 0.04],
] as const)
  test(`${concept} is in the history of about ${100 * chance}%`, () => {
    const room = 4.5 * Math.sqrt((chance * (1 - chance)) / histories.length);
    assert.ok(Math.abs(shareWith(concept) - chance) <= room, `${shareWith(concept)}`);
  });

test('records lie in the past, end after they begin, and courses carry doses', () => {
  const today = writeDay(firstDay);
  for (const record of histories.flat()) {
    assert.ok(record.start <= today, JSON.stringify(record));
    const end = record.end === undefined || record.end === 'ongoing' ? today : record.end;
    assert.ok(end.slice(0, 7) >= record.start.slice(0, 7) && end <= today, JSON.stringify(record));
    if (['mycophenolate', 'prednisone'].includes(record.concept)) assert.ok(record.dose !== undefined);
  }
});

test('everybody with an infection by vein was in hospital, and attributes are all answered', () => {
  const infections = histories.flat().filter(({ concept }) => concept === 'pneumonia');
  assert.ok(infections.length > 20);
  for (const { attributes = {} } of infections) {
    assert.deepEqual(
      Object.keys(attributes).toSorted(),
      [...(shipped.lexicon.concepts.get('pneumonia')?.attributes ?? [])].toSorted(),
    );
    if (attributes['iv-antibiotics']) assert.ok(attributes.hospitalised);
  }
});
