import assert from 'node:assert/strict';
import test from 'node:test';
import { findTipping } from './tipping.ts';

const arm = (events: number, of: number, missing: number) => ({ events, of, missing });

/** Miettinen and Nurminen's lower end (miettinen1985) of 18/20 against 9/20 lies above 0, of 18/22 against 12/22 below. */
test('a conclusion that falls once enough of the control responded', () => {
  const found = findTipping(arm(18, 20, 2), arm(9, 20, 3), 0, 0.95);
  assert.ok('ways' in found);
  assert.deepEqual([found.holds, found.ways, found.missing1, found.missing0], [true, 12, 2, 3]);
  assert.ok(found.nearest !== undefined);
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
