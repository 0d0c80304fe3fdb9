import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { participantStream, type TrialEvent } from '#core/conduct/trial-event.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { findDeviations } from '#core/deviations/find-deviations.ts';
import { summariseDeviations } from '#core/deviations/summarise-deviations.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import { compileTrial } from './given.ts';
import { rehearse } from './rehearse.ts';
import { type ScenarioChanges, scenarioWith } from './scenario.ts';

/** Nothing goes wrong: everybody comes on the day, takes everything and stays. */
const nothingWrong = {
  'late visit': 0,
  'missed visit': 0,
  'days away': 0,
  'empty section': 0,
  slip: 0,
  'thaw failure': 0,
  'missed dose': 0,
  adherence: 1,
  'adherence sd': 0,
  'leaves yearly': 0,
  'dies yearly': 0,
  'stops treatment yearly': 0,
  'days of an event': 1,
  'result not done': 0,
  'reading missed': 0,
  'histories late': 0,
  'site pauses yearly': 0,
} as const;

type Numbers = NonNullable<ScenarioChanges['numbers']>;
const trials = { nct03580291: 32, nct04318600: 16, nct05631717: 40, nct03673748: 20, nct01741857: 40 } as const;
type Trial = keyof typeof trials;

const rehearsed = (trial: Trial, numbers: Numbers) => {
  const study = compileTrial(trial);
  const scenario = scenarioWith({ participants: trials[trial], numbers });
  const { log } = rehearse({ study, seed: 7, start: '2026-01-05', scenario });
  return { study, log };
};

const foundIn = (study: Study, envelopes: readonly Envelope<TrialEvent>[], asOf: string): readonly Deviation[] => {
  const streams = Map.groupBy(envelopes, ({ stream }) => stream);
  return foldParticipants(envelopes).flatMap((person) =>
    findDeviations(study, person, streams.get(participantStream(person.id ?? '')) ?? [], asOf),
  );
};

const lastDay = (envelopes: readonly Envelope<TrialEvent>[]): string => envelopes.at(-1)?.at.date ?? '';
const names: readonly Trial[] = ['nct03580291', 'nct04318600', 'nct05631717'];

for (const trial of names)
  test(`${trial}: where nothing goes wrong, no deviation is found`, () => {
    const { study, log } = rehearsed(trial, nothingWrong);
    const all = log.all();
    assert.deepEqual(foundIn(study, all, lastDay(all)), []);
    assert.ok(all.length > 1000);
  });

const usual = { nct03580291: rehearsed('nct03580291', {}), nct05631717: rehearsed('nct05631717', {}) } as const;

for (const [trial, { study, log }] of Object.entries(usual)) {
  const all = log.all();
  const found = foundIn(study, all, lastDay(all));

  test(`${trial}: in the usual rehearsal several kinds are found, each with an event of that participant`, () => {
    const kinds = new Set(found.map(({ kind }) => kind));
    for (const kind of ['visit missed', 'visit after its window', 'section empty'] as const)
      assert.ok(kinds.has(kind), kind);
    assert.ok(kinds.size >= 6, [...kinds].join(', '));
    for (const { record, participant, kind } of found) {
      const [, stream = '', version = ''] = /^(.+)#(\d+)\//.exec(record) ?? [];
      assert.equal(stream, participantStream(participant), `${kind}: ${record}`);
      assert.ok(log.read(stream)[Number(version) - 1] !== undefined, `${kind}: ${record}`);
    }
  });

  test(`${trial}: whatever is counted is counted in an arm, since by the end each arm is known`, () => {
    const people = foldParticipants(all).filter(({ allocated }) => allocated !== undefined);
    const arms = new Map(people.map(({ id = '', arm = '' }) => [id, arm]));
    const summary = summariseDeviations(found, arms);
    const inArms = [...summary.byArm.values()].reduce(
      (sum, { important, minor }) => sum + important.deviations + minor.deviations,
      0,
    );
    const own = found.filter(({ participant }) => arms.has(participant)).length;
    assert.equal(inArms, own);
    assert.equal(summary.all.deviations, found.length);
  });
}

/** What a deviation is, whoever reads it: the records of what was sealed are others once it is disclosed. */
const told = ({ participant, kind, visit, dose, on }: Deviation): string =>
  [participant, kind, visit, dose, on].join('|');

test('NCT03580291: those who are masked find what they may see, and all of it stays found at the unblinding', () => {
  const { study, log } = usual.nct03580291;
  const all = log.all();
  const masked = all.slice(
    0,
    all.findIndex(({ event }) => event.type === 'study unblinded'),
  );
  const [before, after] = [masked, all].map((each) => foundIn(study, each, lastDay(all)).map(told));
  assert.ok(before !== undefined && after !== undefined && before.length > 100);
  assert.deepEqual(
    before.filter((each) => !after.includes(each)),
    [],
  );
  const more = new Set(after.filter((each) => !before.includes(each)).map((each) => each.split('|')[1]));
  // Lymphocytes are sealed: that they were not done is all that the masked do not see.
  assert.deepEqual([...more], ['item not done']);
});

/** Reactions that are frequent and grave, and people as they come: rules are met, and treatment is as they say. */
for (const [trial, numbers] of [
  ['nct03673748', {}],
  ['nct01741857', { 'infusion reaction': 0.3, serious: 1 }],
] as const)
  test(`${trial}: nobody is treated against a rule of safety, and somebody meets one`, () => {
    const { study, log } = rehearsed(trial, numbers);
    const all = log.all();
    const kinds = foundIn(study, all, lastDay(all)).map(({ kind }) => kind);
    const against = ['dose after a stopping rule', 'dose despite an interruption'];
    assert.deepEqual(
      kinds.filter((kind) => against.includes(kind)),
      [],
    );
    const ruled = all.filter(({ event }) => 'why' in event && event.why === 'a safety rule says so');
    assert.ok(ruled.length > 0);
  });
