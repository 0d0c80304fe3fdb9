import assert from 'node:assert/strict';
import test from 'node:test';
import * as l from './given.ts';
import { evolveLot, foldLot, isAmong } from './lot.ts';

test('a lot is what its papers say, and what was done with it', () => {
  const lot = l.lotAfter(l.received(), l.released, l.used(1));
  assert.equal(lot.id, 'L-7');
  assert.equal(lot.version, 3);
  assert.deepEqual(lot.papers, l.papers);
  assert.deepEqual(lot.released, { on: '2026-05-02', measured: l.bag('92.5') });
  assert.deepEqual(lot.used, [{ on: '2026-06-01', ...l.use(1) }]);
});

test('a release lifts a quarantine, and a quarantine comes after a release', () => {
  const held = l.lotAfter(l.received(), l.released, l.quarantined);
  assert.deepEqual(held.quarantined, { on: '2026-05-03', why: 'warm on its way' });
  assert.equal(l.lotAfter(l.received(), l.quarantined, l.released).quarantined, undefined);
});

test('a reservation is over when its unit is used, or when it is given up, and only that one', () => {
  const kept = [l.received(), { type: 'unit reserved', on: '2026-05-20', ...l.use(1) }] as const;
  const other = { type: 'unit reserved', on: '2026-05-20', ...l.use(2) } as const;
  assert.deepEqual(l.lotAfter(...kept, other).reserved, [l.use(1), l.use(2)]);
  assert.deepEqual(l.lotAfter(...kept, other, l.used(1)).reserved, [l.use(2)]);
  const ended = { type: 'reservation ended', on: '2026-05-21', ...l.use(2) } as const;
  assert.deepEqual(l.lotAfter(...kept, other, ended).reserved, [l.use(1)]);
});

test('what is destroyed is counted by where it was', () => {
  const destroyed = (from: 'stock' | 'returned', units: number) =>
    ({ type: 'units destroyed', on: '2026-07-01', from, units, why: 'old', checkedBy: 'n' }) as const;
  const lot = l.lotAfter(l.received(), destroyed('stock', 1), destroyed('returned', 2), destroyed('stock', 1));
  assert.deepEqual(lot.destroyed, { stock: 2, returned: 2 });
});

test('two administrations are one when person, dose and number are', () => {
  assert.equal(isAmong([l.use(1)], l.use(1)), true);
  for (const other of [l.use(2), l.use(1, 'P-002'), { ...l.use(1), dose: 'x' }])
    assert.equal(isAmong([l.use(1)], other), false);
});

test('nothing is done with a lot before its receipt, and the list of lots is no lot', () => {
  assert.throws(() => evolveLot(undefined, l.released), /lot released stands before the receipt/);
  assert.equal(foldLot([{ event: { type: 'lot listed' } }]), undefined);
  assert.equal(foldLot([]), undefined);
});
