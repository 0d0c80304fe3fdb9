import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { openLots } from './desk-lots.ts';
import * as l from './given.ts';

const { at, actor } = g.settingOf(l.masked);
const act = { at, actor };

const opened = (trial: string) => {
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  return { log, sealed, lots: openLots(g.shipped(trial), log, sealed) };
};

test('lots are kept where their design allows, and in the other log nothing stands', () => {
  const rows = [
    ['nct05631717', 3, 0],
    ['nct01741857', 3, 0],
    ['nct03673748', 0, 3],
    ['nct03580291', 0, 3],
    ['nct04318600', 0, 3],
  ] as const;
  for (const [trial, open, hidden] of rows) {
    const { log, sealed, lots } = opened(trial);
    lots.append('L-7', [l.received()], act);
    lots.append('L-7', [l.released], act);
    assert.deepEqual([log.head().count, sealed.head().count], [open, hidden], trial);
  }
});

test('what somebody else wrote is folded too, and lots stand in the order in which they came', () => {
  const { log, sealed, lots } = opened('nct03673748');
  assert.equal(lots.hasLots(), false);
  lots.append('L-7', [l.received()], act);
  assert.equal(lots.lot('L-7')?.released, undefined);
  const other = openLots(l.masked, log, sealed);
  other.append('L-7', [l.released], act);
  other.append('L-1', [l.plain({}, 'L-1')], act);
  assert.equal(lots.lot('L-7')?.released?.on, '2026-05-02');
  assert.deepEqual(
    lots.lots().map(({ id }) => id),
    ['L-7', 'L-1'],
  );
  assert.equal(lots.lot('L-404'), undefined);
  assert.equal(lots.hasLots(), true);
});

test('a preparation rests on its lot and on the list of lots', () => {
  const { lots } = opened('nct03673748');
  lots.append('L-7', [l.received()], act);
  assert.deepEqual(lots.beside('L-7', [l.used(1)]), {
    reads: [
      { stream: 'lot/L-7', version: 1 },
      { stream: 'lots', version: 1 },
    ],
    events: [{ stream: 'lot/L-7', event: l.used(1) }],
  });
});
