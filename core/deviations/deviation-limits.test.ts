import assert from 'node:assert/strict';
import test from 'node:test';
import { type DeviationLimits, usualLimits } from './deviation-limits.ts';
import { findDeviations } from './find-deviations.ts';
import {
  added,
  adverseEvent,
  all,
  type Course,
  courses,
  day,
  type Edit,
  movedVisit,
  personOf,
  streamOf,
} from './given.ts';

/** The defaults as they are documented: 10 % of an amount is the protocol-set tolerance of a cell dose. */
const rows: readonly (readonly [keyof DeviationLimits, number])[] = [
  ['daysToEnter', 7],
  ['daysToEnterEvent', 7],
  ['daysToEnterSeriousEvent', 1],
  ['daysToCorrect', 30],
  ['daysAroundDose', 1],
  ['percentOfAmount', 10],
  ['daysOfWeight', 14],
  ['daysFromPreparation', 1],
  ['daysFromEnrolment', 21],
  ['leastTaken', 80],
  ['mostTaken', 120],
  ['daysToLastVisit', 28],
  ['missedBeforeLost', 2],
  ['daysToEnd', 30],
];
for (const [limit, expected] of rows) test(`${limit} is ${expected}`, () => assert.equal(usualLimits[limit], expected));

test('each limit has a row', () =>
  assert.deepEqual(rows.map(([limit]) => limit).toSorted(), Object.keys(usualLimits).toSorted()));

const under = (limits: Partial<DeviationLimits>, course: Course): readonly string[] =>
  findDeviations(course.study, personOf(course), streamOf(course), course.asOf, { ...usualLimits, ...limits }).map(
    ({ kind }) => kind,
  );
const late: Edit = added(25, adverseEvent('adverse-event', day(20)));

test('a study may replace them: an event that is entered after 5 days', () => {
  const course = all(late)(courses.cells);
  assert.deepEqual(under({}, course), []);
  assert.deepEqual(under({ daysToEnterEvent: 5 }, course), []);
  assert.deepEqual(under({ daysToEnterEvent: 4 }, course), ['adverse event entered late']);
});

test('what the protocol says itself no limit changes: the window of a visit', () =>
  assert.deepEqual(under({ daysToEnter: 100 }, all(movedVisit('week 4', 32))(courses.cells)), [
    'visit after its window',
  ]));
