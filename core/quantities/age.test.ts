import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { completedYears, exactYears, leapDayBirthday } from './age.ts';
import { onDay, type PartialDate, readDate } from './partial-date.ts';
import { between, compareRanges, exactly, isExact } from './range.ts';
import { compare, rational } from './rational.ts';

const date = (text: string): PartialDate => {
  const found = readDate(text);
  assert.ok(found);
  return found;
};

// By the calendar; partial dates give the youngest and the oldest that the person can be.
const completed: readonly (readonly [string, string, number, number])[] = [
  ['1990-06-15', '2026-06-14', 35, 35],
  ['1990-06-15', '2026-06-15', 36, 36],
  ['2000-02-29', '2018-02-28', 17, 17],
  ['2000-02-29', '2018-03-01', 18, 18],
  ['2000-02-29', '2020-02-29', 20, 20],
  ['1990', '2026-06-15', 35, 36],
  ['1990', '2026-12-31', 36, 36],
  ['1990-06', '2026-06-15', 35, 36],
  ['1990-UK-UK', '2026-01-01', 35, 36],
  ['1990-06-15', '2026', 35, 36],
  ['2026-06-15', '2026-06-15', 0, 0],
  ['2026-06-15', '2026-06-14', -1, -1],
];

for (const [birth, on, youngest, oldest] of completed) {
  test(`born ${birth}, ${youngest} to ${oldest} years old on ${on}`, () => {
    assert.deepEqual(completedYears(date(birth), date(on)), between(rational(youngest), rational(oldest)));
  });
}

test('a leap-day birthday falls on 1 March unless the study says 28 February', () => {
  const [birth, on] = [date('2000-02-29'), date('2018-02-28')];
  assert.equal(leapDayBirthday, '1 March');
  assert.deepEqual(completedYears(birth, on, '28 February'), exactly(rational(18)));
  assert.deepEqual(exactYears(birth, on, '28 February'), exactly(rational(18)));
  // 29 February 2000 + 17 years is 1 March 2017, 364 of 365 days earlier.
  assert.deepEqual(exactYears(birth, on), exactly(rational(17 * 365 + 364, 365)));
});

const fractions: readonly (readonly [string, string, number, number])[] = [
  ['1990-06-15', '2026-06-15', 36, 1],
  ['1990-06-15', '2026-06-16', 36 * 365 + 1, 365],
  ['1990-06-15', '2024-06-14', 33 * 366 + 365, 366],
  ['2000-01-01', '2000-07-01', 182, 366],
];

for (const [birth, on, numerator, denominator] of fractions) {
  test(`born ${birth}, ${numerator}/${denominator} years old on ${on}`, () => {
    assert.deepEqual(exactYears(date(birth), date(on)), exactly(rational(numerator, denominator)));
  });
}

test('the year 9999 has completed years but no next birthday', () => {
  assert.deepEqual(completedYears(date('1990-01-01'), date('9999-12-31')), exactly(rational(8009)));
  assert.throws(() => exactYears(date('1990-01-01'), date('9999-12-31')), /the year 10000 lies outside/);
});

test('nobody grows younger, and the exact age never leaves the completed year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (birth, lived) => {
      const [on, next] = [onDay(birth + lived), onDay(birth + lived + 1)];
      const [years, exact] = [completedYears(onDay(birth), on), exactYears(onDay(birth), on)];
      assert.ok(isExact(years) && isExact(exact));
      assert.equal(compareRanges(exact, '>=', years), 'true');
      assert.ok(exact.low && years.low && compare(exact.low, rational(years.low.numerator + 1n)) < 0);
      assert.equal(compareRanges(exactYears(onDay(birth), next), '>', exact), 'true');
      assert.notEqual(compareRanges(exactYears(onDay(birth + 1), next), '>', exactYears(onDay(birth), next)), 'true');
    }),
  );
});

// By the calendar: the last birthday before 1 February of the year 1000 has no date.
test('ages are told from the year 1000 on, and one day known in part leaves a range', () => {
  assert.throws(() => completedYears(date('1000-06-15'), date('1000-02-01')), /the year 999 lies outside/);
  assert.deepEqual(completedYears(date('1000-01-15'), date('1001-02-01')), exactly(rational(1)));
  assert.deepEqual(exactYears(date('1990'), date('1991-01-01')), between(rational(1, 365), rational(1)));
  assert.deepEqual(exactYears(date('1990-01-01'), date('1991')), between(rational(1), rational(365 + 364, 365)));
});
