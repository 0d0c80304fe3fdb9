import assert from 'node:assert/strict';
import test from 'node:test';
import { firstRefusal } from '#core/conduct/first-refusal.ts';
import * as g from '#core/conduct/given.ts';
import * as l from './given.ts';
import { isGone, noReason, onDay } from './lot-scene.ts';

const scene = { trial: g.openTrial, setting: g.settingOf(l.masked), lots: [], people: () => [] };
const lot = l.lotAfter(l.received());

test('a day of an act lies between the receipt of its lot and today', () => {
  const rows = [
    ['2026-05-01', undefined],
    ['2027-06-01', undefined],
    ['2026-04-30', 'before receipt'],
    ['2027-06-02', 'in the future'],
    ['2026-02-30', 'no date'],
  ] as const;
  for (const [on, why] of rows) {
    const expected = why === undefined ? undefined : { refused: 'date impossible', date: on, why };
    assert.deepEqual(firstRefusal(onDay(on, lot, scene)), expected, on);
  }
});

test('a lot is gone from the day after its last one, and at once when it is recalled', () => {
  const gone = (...of: Parameters<typeof isGone>) => firstRefusal(isGone(...of));
  assert.equal(gone(lot, '2026-12-31'), undefined);
  assert.deepEqual(gone(lot, '2027-01-01'), { refused: 'lot not usable', lot: 'L-7', why: 'expired' });
  const called = l.lotAfter(l.received(), l.recalled);
  for (const on of ['2026-05-01', '2027-01-01'])
    assert.deepEqual(gone(called, on), { refused: 'lot not usable', lot: 'L-7', why: 'recalled' });
});

test('blanks are no reason', () => {
  assert.deepEqual([noReason(' '), noReason('warm')], [{ refused: 'reason missing' }, false]);
});
