import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isInRegion, orderTables, regionShares } from './two-arm-region.ts';

// Two participants against one, ordered by the difference of events (boschloo1970 orders otherwise; any order will do).
const order = orderTables(2, 1, (x1, x0) => -(x1 - 2 * x0));

test('tables up to a threshold, with ties', () => {
  const inside = [0, 1, 2].flatMap((x1) => [0, 1].filter((x0) => isInRegion(order, -1, x1, x0)).map((x0) => [x1, x0]));
  assert.deepEqual(inside, [
    [1, 0],
    [2, 0],
  ]);
  assert.equal(isInRegion(order, -1 - 5e-8, 1, 0), true);
  assert.equal(isInRegion(order, -1 - 5e-7, 1, 0), false);
});

test('shares by hand: of one event 2 of 3 tables, of two 1 of 3', () => {
  const shares = [...regionShares(order, -1)].map((share) => share.toFixed(12));
  assert.deepEqual(
    shares,
    [0, 2 / 3, 1 / 3, 0].map((share) => share.toFixed(12)),
  );
});

test('a table that does not exist is in no region', () => {
  assert.equal(isInRegion(order, 100, 3, 0), false);
});

test('a region that holds all tables has share 1 everywhere, a wider region never less', () => {
  const size = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(size, size, fc.integer(), fc.integer(), (n1, n0, a, b) => {
      const all = orderTables(n1, n0, (x1, x0) => Math.sin(x1 * 7 + x0));
      assert.ok([...regionShares(all, 1)].every((share) => Math.abs(share - 1) < 1e-12));
      const [low, high] = [Math.sin(a), Math.sin(b)].toSorted((one, other) => one - other);
      const [less, more] = [low ?? 0, high ?? 0].map((threshold) => [...regionShares(all, threshold)]);
      assert.ok(less?.every((share, total) => share <= (more?.[total] ?? -1) + 1e-15));
    }),
  );
});
