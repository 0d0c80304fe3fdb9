import assert from 'node:assert/strict';
import test from 'node:test';
import { walkAllocations } from './allocation-walk.ts';

const outcomes = Array.from({ length: 300 }, (_, seed) => walkAllocations(`walk ${seed}`));

test('no walk breaks anything', () => {
  assert.deepEqual(
    outcomes.filter((outcome) => typeof outcome !== 'string'),
    [],
  );
});

test('every method is walked, and is asked what it refuses', () => {
  const methods = new Set(outcomes.map((outcome) => String(outcome).split(',')[0]));
  assert.equal(methods.size, 8);
  assert.ok(outcomes.filter((outcome) => String(outcome).endsWith('with refusals')).length > 200);
});

test('the same seed walks the same way', () => {
  assert.deepEqual(walkAllocations('walk 7'), outcomes[7]);
});
