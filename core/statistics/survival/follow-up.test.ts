import assert from 'node:assert/strict';
import test from 'node:test';
import { type FollowUp, refuseFollowUps } from './follow-up.ts';

// No numbers from a paper: what a time to an event must be for the curve of kaplan1958 to be defined.
const seen: FollowUp = { time: 3, event: true };
const rows: readonly (readonly [
  groups: readonly (readonly FollowUp[])[],
  confidence: number | undefined,
  expected: string | undefined,
])[] = [
  [[[seen]], undefined, undefined],
  [[[seen], [{ time: 0, event: false }]], 0.9, undefined],
  [[], undefined, 'no participants'],
  [[[seen], []], 2, 'no participants'],
  [[[seen, { time: -1, event: true }]], undefined, 'time not a number from 0'],
  [[[seen], [{ time: Number.NaN, event: true }]], 2, 'time not a number from 0'],
  [[[{ time: Number.POSITIVE_INFINITY, event: false }]], undefined, 'time not a number from 0'],
  [[[seen]], 0, 'confidence not between 0 and 1'],
  [[[seen]], 1, 'confidence not between 0 and 1'],
  [[[seen]], Number.NaN, 'confidence not between 0 and 1'],
];
for (const [groups, confidence, expected] of rows) {
  test(`${JSON.stringify(groups)} at ${confidence}: ${expected ?? 'estimable'}`, () => {
    assert.equal(refuseFollowUps(groups, confidence)?.notEstimable, expected);
  });
}
