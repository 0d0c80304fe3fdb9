import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Day, readDay, writeDay } from './civil-date.ts';
import { addDuration, type Duration, subtractDuration, writeDuration } from './duration.ts';

const day = (text: string): Day => {
  const found = readDay(text);
  assert.ok(found !== undefined);
  return found;
};

// Weeks are 7 days; months and years keep the day of the month or stop at the month's end.
const added: readonly (readonly [string, number, Duration['unit'], string])[] = [
  ['2026-03-02', 0, 'day', '2026-03-02'],
  ['2026-02-28', 1, 'day', '2026-03-01'],
  ['2026-03-02', 24, 'week', '2026-08-17'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2024-01-31', 1, 'month', '2024-02-29'],
  ['2026-01-31', 3, 'month', '2026-04-30'],
  ['2026-12-15', 1, 'month', '2027-01-15'],
  ['2026-03-02', 12, 'month', '2027-03-02'],
  ['2024-02-29', 1, 'year', '2025-02-28'],
  ['2024-02-29', 4, 'year', '2028-02-29'],
];

for (const [from, count, unit, expected] of added) {
  test(`${from} plus ${count} ${unit}s is ${expected}`, () => {
    assert.equal(writeDay(addDuration(day(from), { count, unit })), expected);
  });
}

const subtracted: readonly (readonly [string, number, Duration['unit'], string])[] = [
  ['2026-08-18', 24, 'week', '2026-03-03'],
  ['2026-03-01', 1, 'day', '2026-02-28'],
  ['2026-03-31', 1, 'month', '2026-02-28'],
  ['2026-01-15', 1, 'month', '2025-12-15'],
  ['2026-01-15', 13, 'month', '2024-12-15'],
  ['2024-02-29', 1, 'year', '2023-02-28'],
];

for (const [from, count, unit, expected] of subtracted) {
  test(`${from} minus ${count} ${unit}s is ${expected}`, () => {
    assert.equal(writeDay(subtractDuration(day(from), { count, unit })), expected);
  });
}

test('a date beyond the year 9999 is not computed', () => {
  assert.throws(() => addDuration(day('9999-12-31'), { count: 1, unit: 'month' }), /leave the years 1000 to 9999/);
});

test('adding more never lands earlier, and a later start never ends earlier', () => {
  const units = fc.constantFrom<Duration['unit']>('day', 'week', 'month', 'year');
  const counts = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), counts, units, (start, count, unit) => {
      const end = addDuration(start, { count, unit });
      assert.ok(addDuration(start, { count: count + 1, unit }) > end);
      assert.ok(addDuration(start + 1, { count, unit }) >= end);
      assert.ok(subtractDuration(start, { count, unit }) <= start);
    }),
  );
});

test('durations are written as a protocol writes them', () => {
  const written = [writeDuration({ count: 12, unit: 'week' }), writeDuration({ count: 1, unit: 'day' })];
  assert.deepEqual([...written, writeDuration({ count: 0, unit: 'month' })], ['12 weeks', '1 day', '0 months']);
});
