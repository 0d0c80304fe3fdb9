import assert from 'node:assert/strict';
import test from 'node:test';
import { refuseValues } from './values.ts';

// No numbers from a paper: what a sample must be for the mean and the deviation of student1908 to be defined.
const rows: readonly (readonly [
  groups: readonly (readonly number[])[],
  least: 1 | 2,
  confidence: number | undefined,
  expected: string | undefined,
])[] = [
  [[[1]], 1, undefined, undefined],
  [
    [
      [1, 2],
      [3, 3],
    ],
    2,
    0.9,
    undefined,
  ],
  [[[1, Number.NaN], []], 2, 2, 'not a number'],
  [[[1, Number.POSITIVE_INFINITY]], 1, undefined, 'not a number'],
  [[[1, 2], []], 1, 2, 'no participants'],
  [[[1, 2], [3]], 2, 2, 'fewer than two participants'],
  [[[1, 2], [3]], 1, 1, 'confidence not between 0 and 1'],
  [[[1]], 1, 0, 'confidence not between 0 and 1'],
  [[[1]], 1, Number.NaN, 'confidence not between 0 and 1'],
];
for (const [groups, least, confidence, expected] of rows) {
  test(`${JSON.stringify(groups)}, at least ${least}, at ${confidence}: ${expected ?? 'estimable'}`, () => {
    assert.equal(refuseValues(groups, least, confidence)?.notEstimable, expected);
  });
}
