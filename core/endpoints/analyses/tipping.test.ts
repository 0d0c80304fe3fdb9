import assert from 'node:assert/strict';
import test from 'node:test';
import type { Counts } from '#core/statistics/counts.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { findTipping } from './tipping.ts';

const endsBelow = (one: Counts, other: Counts): boolean => {
  const found = computeDifferenceInterval(one, other);
  return 'lower' in found ? found.lower <= 0 : assert.fail();
};
const arm = (events: number, of: number, missing: number) => ({ events, of, missing });

/** Miettinen and Nurminen's lower end (miettinen1985): 17/23 against 9/23 lies above 0, against 11/23 no longer. */
test('a conclusion that falls once enough of the control responded', () => {
  const found = findTipping(arm(17, 20, 3), arm(9, 20, 3), 0, 0.95);
  assert.ok('ways' in found);
  assert.deepEqual([found.holds, found.ways, found.missing1, found.missing0], [true, 16, 3, 3]);
  assert.deepEqual(found.nearest, { responses1: 0, responses0: 2 });
  assert.deepEqual(endsBelow({ events: 17, of: 23 }, { events: 11, of: 23 }), true);
  assert.deepEqual(endsBelow({ events: 17, of: 23 }, { events: 10, of: 23 }), false);
  const { responses1, responses0 } = found.nearest;
  const cell = (a: number, b: number) =>
    found.grid.cells.find((each) => each.responses1 === a && each.responses0 === b)?.holds;
  assert.equal(cell(responses1, responses0), false);
  assert.equal(cell(responses1, responses0 - 1), true, 'one less in the control and it stands');
});

test('a conclusion that nothing changes', () => {
  const found = findTipping(arm(5, 10, 1), arm(5, 10, 1), 0, 0.95);
  assert.ok('ways' in found);
  assert.deepEqual([found.holds, found.standing, found.ways, found.nearest], [false, 4, 4, undefined]);
});

test('non-inferiority that is shown once enough of the new treatment responded, the fewest first', () => {
  const found = findTipping(arm(60, 100, 14), arm(65, 103, 13), -0.15, 0.95);
  assert.ok('ways' in found && found.nearest !== undefined);
  assert.equal(found.holds, false);
  assert.equal(found.nearest.responses0, 0, 'a response of the control takes it further away');
  assert.ok(found.nearest.responses1 > 0);
});

test('too many ways, and counts that are none, are refused', () => {
  assert.deepEqual(findTipping(arm(1, 2, 200), arm(1, 2, 200), 0, 0.95), { notEstimable: 'too many ways to fill in' });
  assert.ok('notEstimable' in findTipping(arm(0, 0, 0), arm(1, 2, 1), 0, 0.95));
});
