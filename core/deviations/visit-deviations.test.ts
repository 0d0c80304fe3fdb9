import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  asked,
  changed,
  courses,
  day,
  deviationsOf,
  dossierOf,
  type Edit,
  ended,
  kindsAfter,
  movedVisit,
  saidAfter,
  until,
  whatever,
  without,
  withoutVisit,
  withWindow,
} from './given.ts';
import { overdueVisits } from './visit-deviations.ts';

const missed = (visit: string, n: number): Edit => added(n, { type: 'visit missed', visit });
const later: Edit = changed('participation ended', whatever, { on: day(180) }, 12);

/** Of the trial of cells against interleukin-2: three days to either side, week 24 carries the primary endpoint. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['week 4 on the first day of its window', [movedVisit('week 4', 25)], []],
  ['week 4 on the last', [movedVisit('week 4', 31)], []],
  ['week 4 a day too early', [movedVisit('week 4', 24)], ['visit before its window']],
  ['week 4 a day too late', [movedVisit('week 4', 32)], ['visit after its window']],
  ['week 24 on the first day', [movedVisit('week 24', 165)], []],
  ['week 24 a day too early', [movedVisit('week 24', 164)], ['primary visit outside its window']],
  ['week 24 on the last day', [later, movedVisit('week 24', 171)], []],
  ['week 24 a day too late', [later, movedVisit('week 24', 172)], ['primary visit outside its window']],
  ['week 8 missed, and said so', [withoutVisit('week 8'), missed('week 8', 59)], ['visit missed']],
  ['week 8 not there, 7 days after its window', [withoutVisit('week 8'), asked(66)], []],
  ['week 8 not there, 8 days after its window', [withoutVisit('week 8'), asked(67)], ['visit overdue']],
  [
    'week 8 not there, ended as its window closed',
    [until(40), added(59, ended(59, 'died'))],
    ['death without a fatal event'],
  ],
  [
    'week 8 not there, ended a day later',
    [until(40), added(60, ended(60, 'died'))],
    ['death without a fatal event', 'visit overdue'],
  ],
  ['week 4 before week 8', [withWindow('week 4', 25, 60), movedVisit('week 4', 55)], []],
  ['week 4 with week 8', [withWindow('week 4', 25, 60), movedVisit('week 4', 56)], ['two visits on one day']],
  ['week 4 after week 8', [withWindow('week 4', 25, 60), movedVisit('week 4', 57)], ['visits out of order']],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual([...kindsAfter('cells', ...edits)].toSorted(), expected));

test('a visit that was missed before enrolment is none: nobody who was not let in has to come', () => {
  const gone: readonly Edit[] = [until(-11), without('participant enrolled'), missed('baseline', 0)];
  assert.deepEqual(kindsAfter('cells', ...gone), []);
});

test('by the window as it is defined today: an amendment that widens it takes the deviation away', () => {
  assert.deepEqual(kindsAfter('cells', movedVisit('week 4', 33)), ['visit after its window']);
  assert.deepEqual(kindsAfter('cells', movedVisit('week 4', 33), withWindow('week 4', 21, 35)), []);
});

test('the sentence has the day, how far away it is, and the window', () => {
  assert.deepEqual(saidAfter('cells', movedVisit('week 4', 33)), [
    'Visit week 4 was held on 2026-07-04, 2 days after its window from 2026-06-26 to 2026-07-02.',
  ]);
  assert.deepEqual(saidAfter('cells', movedVisit('week 4', 24)), [
    'Visit week 4 was held on 2026-06-25, 1 day before its window from 2026-06-26 to 2026-07-02.',
  ]);
});

test('a missed visit bears the day on which that was entered, and at the latest the last of its window', () => {
  const on = (n: number): readonly string[] =>
    deviationsOf(all(withoutVisit('week 8'), missed('week 8', n))(courses.cells)).map((each) => each.on);
  assert.deepEqual(on(50), [day(50)]);
  assert.deepEqual(on(90), [day(59)]);
});

test('overdue are visits of those who were allocated, and who are still in', () => {
  const names = (edits: readonly Edit[]): readonly string[] =>
    overdueVisits(dossierOf(all(...edits)(courses.cells))).map(({ id }) => id);
  assert.deepEqual(names([until(60)]), ['week 12', 'week 16', 'week 20', 'week 24']);
  assert.deepEqual(names([until(60), added(100, ended(100, 'withdrawn'))]), ['week 12']);
  assert.deepEqual(names([until(-1)]), []);
  assert.deepEqual(names([until(60), asked(94)]), []);
});
