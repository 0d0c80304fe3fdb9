import assert from 'node:assert/strict';
import test from 'node:test';
import { group, strataOf } from './given.ts';
import { mantelHaenszelWeight, usableStrata } from './strata.ts';

// Weights by hand, n1·n0 / N (mantel1959).
const weights: readonly (readonly [n1: number, n0: number, expected: number])[] = [
  [10, 10, 5],
  [1, 1, 0.5],
  [30, 60, 20],
];
for (const [n1, n0, expected] of weights) {
  test(`weight of ${n1} and ${n0}`, () => {
    assert.equal(mantelHaenszelWeight({ arm1: group(0, n1), arm0: group(0, n0) }), expected);
  });
}

test('strata with an empty arm are left out, and their positions told', () => {
  const strata = strataOf([
    [1, 2, 0, 0],
    [1, 2, 1, 3],
    [0, 0, 0, 0],
    [0, 4, 4, 4],
  ]);
  const usable = usableStrata(strata);
  assert.ok('used' in usable);
  assert.deepEqual(usable.used, [strata[1], strata[3]]);
  assert.deepEqual(usable.dropped, [0, 2]);
});

const refusals: readonly (readonly [rows: readonly (readonly number[])[], confidence: number, expected: string])[] = [
  [[], 0.95, 'no stratum with both arms'],
  [[[1, 2, 0, 0]], 0.95, 'no stratum with both arms'],
  [
    [
      [1, 2, 1, 2],
      [3, 2, 1, 2],
    ],
    0.95,
    'more events than participants',
  ],
  [[[1, 2, 1, 0]], 0.95, 'no participants'],
  [[[1, 2, 0.5, 2]], 0.95, 'not a whole number'],
  [[[1, 2, 1, 2]], 1, 'confidence not between 0 and 1'],
];
for (const [rows, confidence, expected] of refusals) {
  test(`refuses: ${expected}, of ${JSON.stringify(rows)}`, () => {
    assert.deepEqual(usableStrata(strataOf(rows), confidence), { notEstimable: expected });
  });
}
