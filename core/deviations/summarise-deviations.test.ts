import assert from 'node:assert/strict';
import test from 'node:test';
import type { Deviation } from './deviation.ts';
import { type DeviationKind, deviationKinds } from './deviation-kinds.ts';
import { summariseDeviations } from './summarise-deviations.ts';

const of = (participant: string, kind: DeviationKind): Deviation => ({
  kind,
  importance: deviationKinds[kind].importance,
  participant,
  on: '2026-06-01',
  record: `participant/${participant}#1/x`,
  says: 'It was so.',
});

const list = [
  of('1', 'dose late'),
  of('1', 'dose late'),
  of('2', 'visit missed'),
  of('3', 'primary visit missed'),
  of('4', 'visit missed'),
] as const;
const arms = new Map([
  ['1', 'cells'],
  ['2', 'control'],
  ['3', 'cells'],
]);
const summary = summariseDeviations(list, arms);

test('deviations and participants are both counted, by importance too', () => {
  assert.deepEqual(summary.all, { deviations: 5, participants: 4 });
  assert.deepEqual(summary.byImportance, {
    important: { deviations: 1, participants: 1 },
    minor: { deviations: 4, participants: 3 },
  });
});

test('kinds stand in the order of the catalogue, without those that were not found', () =>
  assert.deepEqual(
    summary.byKind.map(({ kind, importance, deviations, participants }) => [
      kind,
      importance,
      deviations,
      participants,
    ]),
    [
      ['visit missed', 'minor', 2, 2],
      ['primary visit missed', 'important', 1, 1],
      ['dose late', 'minor', 2, 1],
    ],
  ));

test('each kind by arm, an arm without any included', () => {
  const [missed, primary, late] = summary.byKind.map(({ byArm }) =>
    [...byArm].map(([arm, { deviations }]) => [arm, deviations]),
  );
  assert.deepEqual(missed, [
    ['cells', 0],
    ['control', 1],
  ]);
  assert.deepEqual(primary, [
    ['cells', 1],
    ['control', 0],
  ]);
  assert.deepEqual(late, [
    ['cells', 2],
    ['control', 0],
  ]);
});

test('who stands in no arm is counted in all and in none of them', () => {
  const inArms = [...summary.byArm.values()].map(({ important, minor }) => important.deviations + minor.deviations);
  assert.deepEqual(inArms, [3, 1]);
});

test('where no arm is known there are none, and nothing found is zero', () => {
  const blind = summariseDeviations(list);
  assert.deepEqual([blind.byArm.size, blind.byKind[0]?.byArm.size], [0, 0]);
  assert.deepEqual(blind.all, summary.all);
  assert.deepEqual(summariseDeviations([], arms).all, { deviations: 0, participants: 0 });
  assert.deepEqual(summariseDeviations([], arms).byKind, []);
});

test('the order of the list changes nothing', () => {
  const turned = summariseDeviations(list.toReversed(), arms);
  assert.deepEqual(turned.all, summary.all);
  assert.deepEqual(turned.byKind, summary.byKind);
});
