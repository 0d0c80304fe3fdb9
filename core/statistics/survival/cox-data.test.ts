import assert from 'node:assert/strict';
import test from 'node:test';
import { coxDataOf } from './cox-data.ts';

// By hand: how rows are laid out for the partial likelihood of cox1972, which is held to R in cox-likelihood.test.ts.
test('by stratum and falling time, covariates centred on their means over all rows', () => {
  const data = coxDataOf([
    { time: 2, event: true, covariates: [1, 10], stratum: 'a' },
    { time: 5, event: false, covariates: [0, 20], stratum: 'b' },
    { time: 9, event: true, covariates: [0, 30], stratum: 'a' },
    { time: 7, event: true, covariates: [1, 40], stratum: 'b' },
  ]);
  assert.deepEqual([data.rows, data.width], [4, 2]);
  assert.deepEqual([...data.times], [9, 2, 7, 5]);
  assert.deepEqual([...data.events], [1, 1, 1, 0]);
  assert.deepEqual([...data.begins], [1, 0, 1, 0]);
  assert.deepEqual([...data.covariates], [-0.5, 5, 0.5, -15, 0.5, 15, -0.5, -5]);
});

test('rows without a stratum share one', () => {
  const rows = [1, 3, 2].map((time) => ({ time, event: true, covariates: [time] }));
  const data = coxDataOf(rows);
  assert.deepEqual([...data.begins], [1, 0, 0]);
  assert.deepEqual([...data.times], [3, 2, 1]);
});

test('no rows are no data', () => {
  const data = coxDataOf([]);
  assert.deepEqual([data.rows, data.width], [0, 0]);
});
