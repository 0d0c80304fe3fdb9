import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { civilOf, dayOf, daysInMonth, isLeapYear, readDay, writeDay } from './civil-date.ts';

// Day numbers by the calendar's definition and by `date -u -d … +%s` over 86400.
const days: readonly (readonly [string, number])[] = [
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['1970-03-01', 59],
  ['2000-02-29', 11016],
  ['2026-03-02', 20514],
  ['1000-01-01', -354285],
  ['9999-12-31', 2932896],
];

for (const [text, day] of days) {
  test(`${text} is day ${day}`, () => {
    assert.equal(readDay(text), day);
    assert.equal(writeDay(day), text);
  });
}

const refused = [
  ...['2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0999-12-31', '2026-1-1'],
  ...['2026-03', '20260302', ' 2026-03-02', '2026-03-02T00:00', '02/03/2026', ''],
];
for (const text of refused) test(`"${text}" is not a day`, () => assert.equal(readDay(text), undefined));

test('parts that are not whole numbers or out of range are not a day', () => {
  assert.equal(dayOf(2026, 1.5, 1), undefined);
  assert.equal(dayOf(10000, 1, 1), undefined);
  assert.equal(dayOf(Number.NaN, 1, 1), undefined);
});

test('days outside the years 1000 to 9999 are not written', () => {
  assert.throws(() => writeDay(2932897), /day 2932897 lies outside/);
  assert.throws(() => writeDay(-354286), /outside/);
  assert.throws(() => civilOf(Number.NaN), /outside/);
});

test('leap years and month lengths', () => {
  assert.deepEqual([1900, 2000, 2024, 2026, 2100].map(isLeapYear), [false, true, true, false, false]);
  assert.deepEqual(
    [2, 4, 12, 13, 0].map((month) => daysInMonth(2024, month)),
    [29, 30, 31, 0, 0],
  );
});

test('each year goes from February to March as the platform has it', () => {
  for (let year = 1000; year <= 9999; year += 1) {
    const march = dayOf(year, 3, 1);
    assert.ok(march !== undefined);
    assert.equal(writeDay(march), `${year}-03-01`);
    assert.equal(writeDay(march - 1), new Date((march - 1) * 86_400_000).toISOString().slice(0, 10));
  }
});

test("agrees with the platform's proleptic Gregorian calendar on any day, both ways", () => {
  fc.assert(
    fc.property(fc.integer({ min: -354285, max: 2932896 }), (day) => {
      const platform = new Date(day * 86_400_000).toISOString().slice(0, 10);
      assert.equal(writeDay(day), platform);
      assert.equal(readDay(platform), day);
    }),
    { numRuns: 2000 },
  );
});
