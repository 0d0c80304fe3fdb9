import assert from 'node:assert/strict';
import test from 'node:test';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { openAllocationDesk } from './desk-allocation.ts';
import { openPeople } from './desk-people.ts';
import * as g from './given.ts';
import type { SealedEvent, TrialEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');
const { at, actor } = g.settingOf(study);
const act = { at, actor };

const opened = () => {
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const people = openPeople(() => study, log, sealed);
  const around = { sealed, people, trial: () => g.openTrial, settingFor: () => ({ study, ...act }) };
  return { log, sealed, people, desk: openAllocationDesk(study, around) };
};
const ready = [...g.screened(study), g.assessedEligible, g.enrolled];

test('a list is kept in the sealed log alone, and known again from it', () => {
  const { log, sealed, desk } = opened();
  desk.keepList(g.listOf('il-2', 'msc'), act);
  assert.deepEqual([log.all().length, sealed.all().map(({ event }) => event.type)], [0, ['allocation list generated']]);
  assert.equal(desk.state().given.length, 0);
});

test('the secret of a minimisation is kept as hexadecimal digits, which a log can hold', () => {
  const { sealed, desk } = opened();
  const method = {
    algorithm: 'minimisation/1',
    arms: [
      { id: 'msc', ratio: 1 },
      { id: 'il-2', ratio: 1 },
    ],
    factors: [],
    measure: 'range',
  } as const;
  desk.keepList({ ...method, secret: Uint8Array.of(1, 171) }, act);
  const [kept] = sealed.all();
  assert.deepEqual(kept?.event, { type: 'minimisation keyed', method, secret: '01ab' });
});

test('what is refused writes nothing; what is decided takes the slot and tells the public stream', () => {
  const { log, sealed, people, desk } = opened();
  desk.keepList(g.listOf('il-2', 'msc'), act);
  people.append(g.id, ready.slice(0, -1), act);
  const before = [log.all().length, sealed.all().length];
  assert.deepEqual(desk.randomise(g.id, '2026-06-01', act), { refused: 'not enrolled' });
  assert.deepEqual([log.all().length, sealed.all().length], before);
  people.append(g.id, ready.slice(-1), act);
  desk.randomise(g.id, '2026-06-01', act);
  assert.equal(sealed.all().at(-1)?.event.type, 'slot taken');
  assert.equal(people.masked(g.id).arm, 'il-2');
  assert.equal(desk.state().given.length, 1);
});
