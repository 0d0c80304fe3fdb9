import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants, foldStudy } from './fold.ts';
import * as g from './given.ts';

test('people in the order in which they came; the study from its own events', () => {
  const { desk, log, act } = g.openedDesk(g.shipped('nct05631717'), g.listOf('msc', 'il-2'));
  for (const participant of ['P-002', 'P-001']) {
    desk.actOnParticipant(participant, { type: 'identify', participant, site: 'nanjing' }, act());
    desk.actOnParticipant('P-002', { type: 'describe', born: '1990-06-15', sex: 'female' }, act());
  }
  assert.deepEqual(
    foldParticipants(log.all()).map(({ id, version, sex }) => [id, version, sex]),
    [
      ['P-002', 2, 'female'],
      ['P-001', 1, undefined],
    ],
  );
  assert.equal(foldStudy(log.all()).openFor, 'rehearsal');
  assert.deepEqual(foldParticipants([]), []);
});
