import assert from 'node:assert/strict';
import test from 'node:test';
import type { LotEvent } from '#core/conduct/lots/lot-event.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { outOfStock } from './lots-kept.ts';

const on = '2026-06-01';
const received: LotEvent = {
  ...{ type: 'lot received', lot: 'L-1', on, product: 'p', manufacturer: 'm', batch: 'b', expires: '2027-01-01' },
  ...{ units: 2, kits: ['1', '2'] },
};
const released: LotEvent = { type: 'lot released', on };
const kit = (number: string): LotEvent => ({
  ...{ type: 'kit handed out', kit: number, participant: 'P', dose: 'd', visit: 'v', on, units: 1 },
});
const used: LotEvent = { type: 'lot used', participant: 'P', dose: 'd', number: 1, on };
const destroyed: LotEvent = { type: 'units destroyed', on, from: 'stock', units: 3, why: 'wet', checkedBy: 'n' };
const arrived = (at: string, temperature: 'kept' | 'not kept'): LotEvent => ({
  type: 'lot arrived',
  on,
  at,
  temperature,
});

const faultsOf = (events: readonly LotEvent[]): readonly string[] => {
  const log = openMemoryLog<TrialEvent>();
  const who: TrialEvent = { type: 'participant identified', participant: 'P', site: 's' };
  const added = [{ stream: 'participant/P', event: who }, ...events.map((event) => ({ stream: 'lot/L-1', event }))];
  const reads = ['participant/P', 'lot/L-1'].map((stream) => ({ stream, version: 0 }));
  const at = { instant: `${on}T08:00:00Z`, offset: '+00:00', zone: 'UTC', date: on };
  log.append({ reads, events: added, at, actor: { id: 'n', role: 'pharmacist' }, study: 'hash' });
  return outOfStock(log.all(), log.all()).map((fault) => fault.replace(/^\d+ lot\/L-1: /, ''));
};

const rows: readonly (readonly [what: string, readonly LotEvent[], readonly string[]])[] = [
  ['a kit that goes out', [received, released, kit('1')], []],
  ['not released', [received, kit('1')], ['taken though not released']],
  [
    'recalled',
    [received, released, { type: 'lot recalled', on, why: 'w', exposed: [] }, used],
    ['taken though recalled'],
  ],
  ['twice', [received, released, kit('1'), kit('1')], ['kit 1 taken twice']],
  ['a kit that was never there', [received, released, kit('9')], ['kit 9 taken twice']],
  ['more than there are', [received, released, used, used, used], ['more taken than there was']],
  ['more destroyed than there are', [received, destroyed], ['more destroyed than there was']],
  ['on its way', [received, released, { type: 'lot sent', on, to: 's' }, used], ['taken on its way']],
  ['at its site', [received, released, { type: 'lot sent', on, to: 's' }, arrived('s', 'kept'), used], []],
  [
    'at another',
    [received, released, { type: 'lot sent', on, to: 't' }, arrived('t', 'kept'), used],
    ['taken at another site'],
  ],
  [
    'too warm',
    [received, released, { type: 'lot sent', on, to: 's' }, arrived('s', 'not kept'), used],
    ['taken though not released'],
  ],
  [
    'back though it was not out',
    [received, { type: 'kit brought back', kit: '1', on, units: 1 }],
    ['kit 1 came back and was not out'],
  ],
  ['without its receipt', [released], ['lot/L-1 unknown']],
];

for (const [what, events, expected] of rows)
  test(what, () => {
    assert.deepEqual(faultsOf(events), expected);
  });
