import assert from 'node:assert/strict';
import test from 'node:test';
import { isFaulty } from './written-fault.ts';

/** The shape alone: what was read, or faults; evidence/ is not needed for it. */
test('an answer is faulty when it holds faults, also where what was read is undefined', () => {
  assert.equal(isFaulty({ read: undefined }), false);
  assert.equal(isFaulty({ faults: [] }), true);
});
