import assert from 'node:assert/strict';
import test from 'node:test';
import { designOf, type Observation } from './design-row.ts';

// By hand: the parametrisation of searle1980, first level as reference.
const observations: readonly Observation[] = [
  { arm: 1, value: 0, covariates: [10], factors: ['north', 'III'] },
  { arm: 0, value: 0, covariates: [14], factors: ['south', 'IV'] },
  { arm: 0, value: 0, covariates: [12], factors: ['south', 'V'] },
  { arm: 1, value: 0, covariates: [16], factors: ['south', 'III'] },
];

test('intercept, arm, covariate, then indicators of every level but the first', () => {
  assert.deepEqual(designOf(observations, 'equal').rows, [
    [1, 1, 10, 0, 0, 0],
    [1, 0, 14, 1, 1, 0],
    [1, 0, 12, 1, 0, 1],
    [1, 1, 16, 1, 0, 0],
  ]);
});

test('an average participant: levels alike, or as often as observed', () => {
  assert.deepEqual(designOf(observations, 'equal').meanRow(1), [1, 1, 13, 1 / 2, 1 / 3, 1 / 3]);
  assert.deepEqual(designOf(observations, 'as observed').meanRow(0), [1, 0, 13, 3 / 4, 1 / 4, 1 / 4]);
});

test('a factor with one level adds no column, and without terms the arm is left', () => {
  const bare = observations.map((one) => ({ ...one, covariates: [], factors: ['only'] }));
  assert.deepEqual(designOf(bare, 'equal').rows[0], [1, 1]);
  assert.deepEqual(designOf(bare, 'as observed').meanRow(0), [1, 0]);
});
