import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { endpointOf } from '#core/endpoints/given.ts';
import {
  allParticipants,
  armNames,
  armNotes,
  dayAt,
  hasCome,
  peopleOf,
  type ScenePerson,
  visitsFromBaseline,
} from './chart-scene.ts';
import { founding, masked, maskedScene, sceneOfPeople, six, sixScene } from './given.ts';

const mustBe = (id: string): ScenePerson => sixScene.people.find((each) => each.id === id) ?? assert.fail(id);

test('a scene has the allocated by their arms, in the order of their ids', () => {
  const turned = sceneOfPeople(founding, six.toReversed());
  assert.deepEqual(
    turned.people.map(({ id, arm }) => `${id} ${arm}`),
    ['P-001 msc', 'P-002 msc', 'P-003 msc', 'P-004 il-2', 'P-005 il-2', 'P-006 il-2'],
  );
  assert.deepEqual(armNames(turned), ['msc', 'il-2']);
  assert.equal(
    sceneOfPeople(
      founding,
      six.map((person) => ({ ...person, allocated: undefined })),
    ).people.length,
    0,
  );
});

test('values come in the order of participants, whatever the order in which people are given', () => {
  const response = endpointOf(founding, 'response');
  const turned = sceneOfPeople(founding, six.toReversed());
  assert.deepEqual(turned.valuesOf(response), sixScene.valuesOf(response));
  assert.deepEqual(
    turned.valuesOf(response).map(({ participant }) => participant),
    six.map(({ id }) => id),
  );
});

test('while one arm is not told all are one group, and no value says an arm', () => {
  const [first, ...others] = masked;
  const broken = [{ ...(first ?? assert.fail()), arm: 'msc' }, ...others];
  for (const scene of [maskedScene, sceneOfPeople(founding, broken)]) {
    assert.equal(scene.isPooled, true);
    assert.deepEqual(armNames(scene), []);
    assert.deepEqual([...new Set(scene.people.map(({ arm }) => arm))], [allParticipants]);
    const arms = scene.valuesOf(endpointOf(founding, 'response')).map(({ arm }) => arm);
    assert.deepEqual([...new Set(arms)], [allParticipants]);
    assert.match(armNotes(scene).join(), /not told/);
  }
});

test('arms are explained by their titles', () => {
  assert.deepEqual(armNotes(sixScene), ['msc: Umbilical cord mesenchymal stem cells; il-2: Low-dose interleukin-2.']);
});

test('days are counted from allocation; a missed visit has none', () => {
  assert.deepEqual(
    [dayAt(mustBe('P-001'), 'baseline'), dayAt(mustBe('P-001'), 'week 24'), dayAt(mustBe('P-005'), 'week 24')],
    [0, 168, undefined],
  );
  assert.deepEqual(
    peopleOf(sixScene, 'il-2').map(({ id }) => id),
    ['P-004', 'P-005', 'P-006'],
  );
});

test('the plan from baseline on leaves screening out', () => {
  for (const trial of ['nct05631717', 'nct03673748', 'nct01741857']) {
    const visits = visitsFromBaseline(shipped(trial));
    assert.equal(visits[0]?.day, 0, trial);
    assert.ok(
      visits.every(({ day }, index) => index === 0 || day >= (visits[index - 1]?.day ?? 0)),
      trial,
    );
  }
});

test('a course has come as far as its last visit, also one that was missed, and to the end once it has ended', () => {
  const person = mustBe('P-006');
  const only = (...visits: readonly string[]): ScenePerson => ({
    ...person,
    participant: {
      ...person.participant,
      visits: new Map(visits.map((visit) => [visit, { on: undefined, record: 'r' }])),
    },
  });
  assert.equal(hasCome(only('baseline', 'week 8'), 'week 4', founding), true);
  assert.equal(hasCome(only('baseline', 'week 8'), 'week 8', founding), true);
  assert.equal(hasCome(only('baseline', 'week 8'), 'week 12', founding), false);
  const over = only('baseline');
  const ended = { on: '2026-07-01', how: 'withdrawn' };
  assert.equal(hasCome({ ...over, participant: { ...over.participant, ended } }, 'week 24', founding), true);
});
