import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayTicks, linear, niceEnds, niceTicks, standingFree } from './scale.ts';

test('from data to the page', () => {
  const y = linear(0, 10, 200, 100);
  assert.deepEqual([y(0), y(5), y(10)], [200, 150, 100]);
  assert.equal(linear(3, 3, 0, 100)(3), 50);
});

test('round numbers between two ends', () => {
  const rows = [
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [-40, 40, 6, [-40, -20, 0, 20, 40]],
    [3, 97, 5, [20, 40, 60, 80]],
    [2, 2, 5, [2]],
  ] as const;
  for (const [from, to, steps, expected] of rows) assert.deepEqual(niceTicks(from, to, steps), expected);
});

test('days in whole weeks', () => {
  assert.deepEqual(dayTicks(0, 168, 6), [0, 28, 56, 84, 112, 140, 168]);
  assert.deepEqual(dayTicks(0, 5, 6), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(dayTicks(0, 400, 5), [0, 84, 168, 252, 336]);
  assert.deepEqual(dayTicks(7, 7, 5), [7]);
});

test('ends hold every number and are ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 9 }), (values) => {
      const [low, high] = niceEnds(
        values.map((value) => value / 100),
        6,
      );
      assert.ok(low <= Math.min(...values) / 100 + 1e-9 && high >= Math.max(...values) / 100 - 1e-9);
      assert.ok(low < high);
      const ticks = niceTicks(low, high, 6);
      assert.ok(ticks.length >= 2 && ticks.length <= 8, `${ticks}`);
    }),
  );
  assert.deepEqual(
    [niceEnds([], 5), niceEnds([0], 5), niceEnds([4], 5)],
    [
      [0, 1],
      [0, 1],
      [0, 4],
    ],
  );
});

test('texts that stand free: the first and the last, and those between with room', () => {
  const at = (...places: readonly number[]) => standingFree(places.map((place) => ({ at: place, width: 20 })));
  assert.deepEqual(at(0, 50, 100), [true, true, true]);
  assert.deepEqual(at(0, 10, 50, 95, 100), [true, false, true, false, true]);
  assert.deepEqual(at(), []);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 30 }), (places) => {
      const sorted = places.toSorted((a, b) => a - b);
      const free = standingFree(sorted.map((place) => ({ at: place, width: 25 })));
      const kept = sorted.filter((_, index) => free[index]);
      for (const [index, place] of kept.entries()) if (index > 0) assert.ok(place - (kept[index - 1] ?? 0) >= 31);
    }),
  );
});
