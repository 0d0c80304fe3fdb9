import assert from 'node:assert/strict';
import test from 'node:test';
import {
  all,
  type Course,
  changed,
  courses,
  type Edit,
  home,
  isNumber,
  personOf,
  without,
} from '#core/deviations/given.ts';
import { doseShares } from './dose-share.ts';

const shares = (course: Course, ...edits: readonly Edit[]): readonly string[] => {
  const edited = all(...edits)(course);
  return doseShares(edited.study, personOf(edited)).map(
    ({ dose, planned, received, records }) => `${dose} ${received}/${planned} by ${records.length}`,
  );
};

// Interleukin-2 is given seven times in each of three cycles; tablets twice a day for 7 days, then to day 167.
test('whole courses', () => {
  assert.deepEqual(shares(courses.cells), ['msc-infusion 1/1 by 1']);
  assert.deepEqual(shares(courses['il-2']), ['il-2-injection 21/21 by 21']);
  assert.deepEqual(shares(courses.infusions), ['cell-infusion 3/3 by 3']);
  const [infusions, tablets] = shares(courses.tablets);
  assert.equal(infusions, 'cell-infusion 2/2 by 2');
  assert.match(
    tablets ?? '',
    /^mmf-week-1, mmf-induction 336\/336 by \d+$/,
    '14 and 322; maintenance comes after week 24',
  );
});

test('what was not given is not received; a dose that was missed is a record', () => {
  assert.deepEqual(shares(courses['il-2'], without('dose given', isNumber(7))), ['il-2-injection 20/21 by 20']);
  assert.deepEqual(shares(courses.cells, without('dose given')), ['msc-infusion 0/1 by 0']);
});

test('what comes back was not taken', () => {
  const returned = changed('medicine returned', home('week 12'), { units: 12 });
  assert.match(shares(courses.tablets, returned)[1] ?? '', /^mmf-week-1, mmf-induction 324\/336 /);
});

test('without allocation there is no plan', () => {
  assert.deepEqual(shares(courses.cells, without('participant randomised')), []);
});
