import assert from 'node:assert/strict';
import test from 'node:test';
import { type Decider, stateAfter } from './decider.ts';

const counter: Decider<never, number, readonly number[], { readonly refused: 'never' }> = {
  initial: [0],
  evolve: (state, event) => [...state, event],
  decide: () => [],
};

const rows: readonly (readonly [past: readonly number[], expected: readonly number[]])[] = [
  [[], [0]],
  [[1], [0, 1]],
  [
    [3, 1, 2],
    [0, 3, 1, 2],
  ],
];
for (const [past, expected] of rows) {
  test(`state after ${past.length} events: folded in order from the initial state`, () => {
    assert.deepEqual(stateAfter(counter, past), expected);
  });
}

test('folding leaves the initial state as it was', () => {
  stateAfter(counter, [1, 2]);
  assert.deepEqual(counter.initial, [0]);
});
