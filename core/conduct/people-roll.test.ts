import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import type { Participant } from './participant.ts';
import { openRoll } from './people-roll.ts';
import type { ParticipantEvent } from './trial-event.ts';

const broken: ParticipantEvent = { type: 'code broken', on: '2026-06-02' };
const ended: ParticipantEvent = { type: 'participation ended', on: '2026-07-01', how: 'completed' };
const people: Readonly<Record<string, readonly ParticipantEvent[]>> = {
  screened: [g.identified, g.consented],
  followed: g.maskedPast(g.held('week 4', '2026-06-29')),
  missed: g.maskedPast({ type: 'visit missed', visit: 'week 4' }, broken),
  awaited: g.maskedPast(),
  ended: g.maskedPast(ended),
};
const foldOf = (id: string): Participant => ({ ...g.participantAfter(people[id] ?? []), id });
const roll = openRoll(
  () => Object.keys(people),
  (id) => ({ masked: foldOf(id), unmasked: { ...foldOf(id), arm: 'cells' } }),
);

test('who is followed, at a site or at all, and who is awaited at a visit', () => {
  assert.deepEqual(roll.followed(), ['followed', 'missed', 'awaited']);
  assert.deepEqual(roll.followed('nanjing'), ['followed', 'missed', 'awaited']);
  assert.deepEqual(roll.followed('elsewhere'), []);
  assert.deepEqual(roll.awaited(['baseline', 'week 4']), ['awaited']);
  assert.deepEqual(roll.awaited(['baseline']), []);
  assert.deepEqual([...roll.brokenCodes()], ['missed']);
});

test('everybody, masked and unmasked', () => {
  assert.deepEqual([roll.seen().length, roll.everyone().length], [5, 5]);
  assert.deepEqual([roll.masked('awaited').arm, roll.unmasked('awaited').arm], [undefined, 'cells']);
  assert.ok(roll.seen().every(({ arm }) => arm === undefined) && roll.everyone().every(({ arm }) => arm === 'cells'));
});
