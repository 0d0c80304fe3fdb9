import assert from 'node:assert/strict';
import test from 'node:test';
import { openMemoryLog } from '#core/record/memory-log.ts';
import * as g from './given.ts';
import { mustAppend, readNow } from './must-append.ts';
import type { TrialEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');
const { at, actor } = g.settingOf(study);
const decided = (reads: readonly { readonly stream: string; readonly version: number }[], reason?: string) => ({
  stream: 'participant/P-001',
  reads,
  events: [g.identified, g.consented],
  reason,
});

test('events go to their stream with actor, moment, version of the study and reason', () => {
  const log = openMemoryLog<TrialEvent>();
  const [first, second] = mustAppend(log, decided([readNow(log, 'participant/P-001')], 'why'), { at, actor }, study);
  assert.deepEqual([first?.version, second?.version, second?.reason, second?.study], [1, 2, 'why', study.hash]);
  assert.deepEqual(readNow(log, 'participant/P-001'), { stream: 'participant/P-001', version: 2 });
});

test('a stream that was written in between breaks loudly, and nothing is appended', () => {
  const log = openMemoryLog<TrialEvent>();
  const stale = [readNow(log, 'participant/P-001')];
  mustAppend(log, decided(stale), { at, actor }, study);
  assert.throws(() => mustAppend(log, decided(stale), { at, actor }, study), /participant\/P-001 was written between/);
  assert.equal(log.head().count, 2);
});
