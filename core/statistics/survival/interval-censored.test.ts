import assert from 'node:assert/strict';
import test from 'node:test';
import { atMidpoints, type IntervalFollowUp, refuseIntervals } from './interval-censored.ts';

// No numbers from a paper: what an interval must be for turnbull1976, and where its middle lies.
const rows: readonly (readonly [intervals: readonly IntervalFollowUp[], expected: string | undefined])[] = [
  [[{ after: 0, until: 4 }], undefined],
  [[{ after: 4, until: 4 }], undefined],
  [[{ after: 4, until: undefined }], undefined],
  [[], 'no participants'],
  [[{ after: -1, until: 4 }], 'time not a number from 0'],
  [[{ after: 1, until: Number.POSITIVE_INFINITY }], 'time not a number from 0'],
  [[{ after: Number.NaN, until: undefined }], 'time not a number from 0'],
  [[{ after: 5, until: 4 }], 'interval ends before it begins'],
];
for (const [intervals, expected] of rows) {
  test(`${JSON.stringify(intervals)}: ${expected ?? 'usable'}`, () => {
    assert.equal(refuseIntervals(intervals)?.notEstimable, expected);
  });
}

test('the habit says what it is: the middle of the interval, or censored at its beginning', () => {
  const intervals = [
    { after: 28, until: 56 },
    { after: 10, until: 10 },
    { after: 84, until: undefined },
  ];
  assert.deepEqual(atMidpoints(intervals), {
    convention: 'event in the middle of its interval',
    followUps: [
      { time: 42, event: true },
      { time: 10, event: true },
      { time: 84, event: false },
    ],
  });
  assert.deepEqual(atMidpoints([{ after: 2, until: 1 }]), { notEstimable: 'interval ends before it begins' });
});
