import assert from 'node:assert/strict';
import test from 'node:test';
import { type Counts, mostParticipants, refuseCounts } from './counts.ts';

const fine: Counts = { events: 1, of: 2 };

// No numbers from a paper: what counts of one sample and a confidence between 0 and 1 must be for the intervals of
// clopper1934 and miettinen1985 and the test of fisher1935 to be defined.
const rows: readonly (readonly [
  groups: readonly Counts[],
  confidence: number | undefined,
  expected: string | undefined,
])[] = [
  [[fine], undefined, undefined],
  [
    [
      { events: 0, of: 1 },
      { events: 1, of: 1 },
    ],
    0.9,
    undefined,
  ],
  [[{ events: mostParticipants, of: mostParticipants }], undefined, undefined],
  [[{ events: 0.5, of: 0 }], 2, 'not a whole number'],
  [[{ events: Number.NaN, of: 2 }], undefined, 'not a whole number'],
  [[{ events: 1, of: Number.POSITIVE_INFINITY }], undefined, 'not a whole number'],
  [[{ events: -1, of: 0 }], 2, 'negative count'],
  [[{ events: 0, of: -2 }], 2, 'negative count'],
  [[{ events: 1, of: 0 }], 2, 'no participants'],
  [[{ events: 3, of: 2 }], 2, 'more events than participants'],
  [[{ events: 3, of: mostParticipants + 1 }], 2, 'too many participants'],
  [[fine, { events: 0, of: 0 }], 2, 'no participants'],
  [[fine], 0, 'confidence not between 0 and 1'],
  [[fine], 1, 'confidence not between 0 and 1'],
  [[fine], 95, 'confidence not between 0 and 1'],
  [[fine], Number.NaN, 'confidence not between 0 and 1'],
];
for (const [groups, confidence, expected] of rows) {
  test(`${JSON.stringify(groups)} at ${confidence}: ${expected ?? 'estimable'}`, () => {
    assert.equal(refuseCounts(groups, confidence)?.notEstimable, expected);
  });
}
