import assert from 'node:assert/strict';
import test from 'node:test';
import { noReadings } from './no-readings.ts';

test('whoever is known at points only was read at no visit and has no normal range', () => {
  assert.deepEqual(noReadings.measuredAt('creatinine'), []);
  assert.equal(noReadings.normalRange('creatinine', 'screening'), undefined);
});

test('asking such a person from day to day is a broken invariant', () => {
  assert.throws(() => noReadings.onDay('prednisone-equivalent', 0), /prednisone-equivalent/);
  assert.throws(() => noReadings.accumulated('prednisone-equivalent', 0, 1), /known at points only/);
});
