import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { expectRules, firstFinding, type RecordChanges, recordFrom } from './given.ts';
import { lintRecord } from './lint-record.ts';
import { scheduleRules } from './schedule-rules.ts';

const frame = (text: string, measure = 'Proportion that responds'): RecordChanges => ({
  'primary outcomes': [{ measure, 'time frame': text }],
});

test('schedules with a hole, and time frames that are no time', () =>
  expectRules(scheduleRules, [
    [
      'gap-in-the-schedule',
      frame('baseline, weeks 4, 8, 16, 20 and 24'),
      frame('baseline, weeks 4, 8, 12, 16, 20 and 24'),
    ],
    ['gap-in-the-schedule', frame('Baseline, Week 4, 8, 16, 20 and 24'), frame('baseline, weeks 4, 8, 12 and 24')],
    ['gap-in-the-schedule', frame('weeks 2, 4, 6, 8, 12, 14 and 16'), frame('pre-treatment, 1, 3, 6 and 12 months')],
    [
      'schedule-inside-an-outcome',
      frame('1, 3, 6 and 12 months (for GFR baseline and 12 months)'),
      frame('12 months (one year)'),
    ],
    ['average-as-time-point', frame('through completion, an average of 1.5 years'), frame('through week 78')],
    ['by-or-at', frame('0-24 weeks'), frame('24 weeks')],
    [
      'by-or-at',
      frame('up to 12 months', 'Change of BILAG-2004'),
      frame('up to 12 months', 'Incidence of adverse events'),
    ],
    ['by-or-at', frame('0-24 weeks'), frame('0-24 weeks', 'Cumulative dose')],
    ['by-or-at', frame('0-24 weeks'), frame('0-24 weeks', 'Proportion at week 24')],
    ['time-frame-missing', { 'primary outcomes': [{ measure: 'Proportion that responds' }] }, frame('week 24')],
  ]));

test('the points that are jumped over are named in the unit of the schedule', () => {
  const found = firstFinding(frame('Baseline, Month 3, 6, 9, 15 and 18'), 'gap-in-the-schedule');
  assert.equal(found.what, 'The schedule is regular but for month 12.');
  assert.equal(found.reading, 'a visit at month 12');
});

test('of a regular schedule, a point left out of the middle is found, and nothing of the whole', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 7, max: 12 }),
    fc.integer({ min: 1, max: 4 }),
  );
  const gap = (points: readonly number[]): string | undefined =>
    lintRecord(recordFrom(frame(`weeks ${points.join(', ')}`))).find(({ rule }) => rule === 'gap-in-the-schedule')
      ?.reading;
  fc.assert(
    fc.property(numbers, ([step, length, left]) => {
      const points = Array.from({ length }, (_, index) => step * (index + 1));
      assert.equal(gap(points), undefined);
      assert.equal(gap(points.toSpliced(left, 1)), `a visit at week ${points[left]}`);
    }),
    { seed: 7 },
  );
});
