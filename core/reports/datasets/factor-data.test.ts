import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { founding, six, sixScene } from '#core/reports/charts/given.ts';
import { deIdentify } from './de-identify.ts';
import { factorData, factorSet } from './factor-data.ts';

const stratified = shipped('nct03580291');
const [pattern = assert.fail()] = six;
const [place = assert.fail()] = sixScene.people;

/** Factor and level of each factor of one person who was allocated in this stratum. */
const factorsIn = (stratum: string | undefined) => {
  const slot = stratum === undefined ? undefined : { number: 1, stratum };
  const allocated = pattern.allocated && { ...pattern.allocated, ...(slot && { slot }) };
  const scene = { study: stratified, people: [place] };
  return factorData(scene, [{ ...pattern, allocated }]).map(({ factor, level }) => [factor, level]);
};

const rows: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'each factor with its level, without the name of the factor',
    'drum-tower, class-v-only no, heavy-proteinuria yes',
    [
      ['site', 'drum-tower'],
      ['class-v-only', 'no'],
      ['heavy-proteinuria', 'yes'],
    ],
  ],
  [
    'a stratum of another study has no levels here',
    'drum-tower',
    [
      ['site', ''],
      ['class-v-only', ''],
      ['heavy-proteinuria', ''],
    ],
  ],
];
for (const [name, stratum, expected] of rows) test(name, () => assert.deepEqual(factorsIn(stratum), expected));

test('without factors there is no line', () => {
  assert.deepEqual(factorData({ study: founding, people: sixScene.people }, six), []);
});

test('a level says where somebody is, and does not leave the team', () => {
  const set = factorSet([{ participant: 'P-001', factor: 'site', level: 'drum-tower' }]);
  const [shared = assert.fail()] = deIdentify([set], 'secret');
  assert.deepEqual(
    shared.columns.map(({ name }) => name),
    ['participant', 'factor'],
  );
});
