import assert from 'node:assert/strict';
import test from 'node:test';
import { isSafetyEvent, safetyEvents } from './safety-event.ts';

test('an event of safety is told from whatever else happens to a participant', () => {
  for (const type of safetyEvents) assert.equal(isSafetyEvent({ type }), true, type);
  for (const type of ['history recorded', 'course ended', 'dose given', 'lot used', '', 'report event'])
    assert.equal(isSafetyEvent({ type }), false, type);
  assert.equal(new Set(safetyEvents).size, 6);
});
