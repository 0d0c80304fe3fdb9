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

test('what stands beside a decision goes to its own stream, or neither is written', () => {
  const log = openMemoryLog<TrialEvent>();
  const lot: TrialEvent = { type: 'lot listed', lot: 'L-7' };
  const beside = (version: number) => ({
    reads: [{ stream: 'lots', version }],
    events: [{ stream: 'lots', event: lot }],
  });
  const reads = [readNow(log, 'participant/P-001')];
  assert.throws(
    () => mustAppend(log, { ...decided(reads), beside: beside(1) }, { at, actor }, study),
    /lots was written between/,
  );
  assert.equal(log.head().count, 0);
  mustAppend(log, { ...decided(reads, 'why'), beside: beside(0) }, { at, actor }, study);
  assert.deepEqual(
    log.all().map(({ stream, reason }) => [stream, reason]),
    [
      ['participant/P-001', 'why'],
      ['participant/P-001', 'why'],
      ['lots', undefined],
    ],
  );
});
