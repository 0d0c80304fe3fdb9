import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isParticipantEvent } from '#core/conduct/trial-event.ts';
import * as l from './given.ts';
import { isLotEvent, lotListStream, lotStream } from './lot-event.ts';

test('an event of a lot is told from one of a participant, the study or the allocation', () => {
  for (const event of [l.received(), l.released, l.used(1), l.recalled]) {
    assert.equal(isLotEvent(event), true, event.type);
    assert.equal(isParticipantEvent(event), false, event.type);
  }
  assert.equal(isLotEvent(g.consented), false);
  assert.equal(isParticipantEvent(g.consented), true);
  for (const type of ['study opened', 'place taken', 'lot', '']) assert.equal(isLotEvent({ type }), false, type);
  assert.equal(isParticipantEvent({ type: 'recruitment closed', on: '2026-06-01' }), false);
  assert.equal(isParticipantEvent({ type: 'place taken', arm: 'cells', participant: g.id }), false);
});

test('the list of the lots is the stream of no lot', () => {
  assert.notEqual(lotStream(''), lotListStream);
  assert.equal(lotStream('L-7'), 'lot/L-7');
});
