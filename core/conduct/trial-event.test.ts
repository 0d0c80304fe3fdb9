import assert from 'node:assert/strict';
import test from 'node:test';
import { allocationStream, participantStream, recordId, studyStream } from './trial-event.ts';

test('a record id leads to stream, version and item', () => {
  assert.equal(recordId('P-001', 7, 'creatinine'), 'participant/P-001#7/creatinine');
  assert.ok(recordId('P-001', 7, 'x').startsWith(`${participantStream('P-001')}#7/`));
});

test('the streams of a trial have names of their own', () => {
  assert.equal(
    new Set([studyStream, allocationStream, participantStream('study'), participantStream('allocation')]).size,
    4,
  );
});
