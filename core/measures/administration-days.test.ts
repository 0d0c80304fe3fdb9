import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { administrationDays } from './administration-days.ts';
import { course } from './given.ts';

const day = (text: string) => readDay(text) ?? assert.fail(text);
const count = (start: string, end: string, every: number, first: string, last: string): string => {
  const given = course('prednisone', start, end, `10 mg/${every}x1`);
  const { least, most } = administrationDays(given, { first: day(first), last: day(last) });
  return least === most ? String(least) : `${least}-${most}`;
};

/** Counted by hand on the calendar of 2026, which has no leap day; no key of evidence/references.bib. */
test('days of a course within a span', () => {
  const rows = [
    ['2026-02-01', '2026-02-28', 2, '2026-02-01', '2026-03-31', '14'],
    ['2026-02-01', '2026-02-28', 1, '2026-02-01', '2026-03-31', '28'],
    ['2026-02-01', '2026-02-28', 1, '2026-02-10', '2026-02-19', '10'],
    ['2026-02-01', '2026-02-28', 2, '2026-02-02', '2026-02-02', '0'],
    ['2026-02-01', '2026-02-28', 2, '2026-02-03', '2026-02-03', '1'],
    ['2026-02-01', '2026-02-28', 7, '2026-02-01', '2026-02-28', '4'],
    ['2026-02-01', '2026-02-28', 28, '2026-02-02', '2026-02-28', '0'],
    ['2026-02-01', 'ongoing', 1, '2026-02-01', '2026-02-05', '5'],
    ['2025-01-01', 'ongoing', 1, '2026-02-01', '2026-02-05', '5'],
    ['2026-02-03', 'single', 1, '2026-02-01', '2026-02-05', '1'],
    ['2026-02-03', 'single', 2, '2026-02-01', '2026-02-05', '1'],
    ['2026-02-06', 'single', 1, '2026-02-01', '2026-02-05', '0'],
    ['2026-03-01', 'ongoing', 1, '2026-02-01', '2026-02-05', '0'],
    ['2026-01-01', '2026-01-31', 1, '2026-02-01', '2026-02-05', '0'],
    ['2026-02-03', '2026-02-03', 1, '2026-02-01', '2026-02-28', '1'],
    ['2026-02-10', '2026-02-01', 1, '2026-02-01', '2026-02-28', '0'],
  ] as const;
  for (const [start, end, every, first, last, expected] of rows)
    assert.equal(count(start, end, every, first, last), expected, `${start} ${end} /${every} in ${first} ${last}`);
});

test('a course without a dose counts every day', () => {
  const span = { first: day('2026-02-03'), last: day('2026-02-20') };
  const counted = administrationDays(course('prednisone', '2026-02-01', '2026-02-10', undefined), span);
  assert.deepEqual(counted, { least: 8, most: 8 });
});

test('a date that is known in part leaves bounds, where it matters', () => {
  const rows = [
    ['2026-02', 'ongoing', 1, '2026-02-01', '2026-02-28', '1-28'],
    ['2026-02', 'ongoing', 1, '2026-03-01', '2026-03-31', '31'],
    ['2026-02', 'ongoing', 2, '2026-03-01', '2026-03-31', '15-16'],
    ['2026-01-01', '2026-02', 1, '2026-02-01', '2026-02-28', '1-28'],
    ['2026-01-01', '2026-02', 1, '2026-01-01', '2026-01-31', '31'],
    ['2026-02', '2026-02', 1, '2026-02-01', '2026-02-28', '1-28'],
    ['2026', 'single', 1, '2026-02-01', '2026-02-28', '0-1'],
    ['2025', 'single', 1, '2026-02-01', '2026-02-28', '0'],
    ['2026', '2025', 1, '2026-02-01', '2026-02-28', '0'],
  ] as const;
  for (const [start, end, every, first, last, expected] of rows)
    assert.equal(count(start, end, every, first, last), expected, `${start} ${end} /${every} in ${first} ${last}`);
});

const days = fc.integer({ min: 20_000, max: 20_200 });
const interval = fc.integer({ min: 1, max: 9 });

test('the same as walking through the calendar day by day', () => {
  fc.assert(
    fc.property(days, days, days, days, interval, (start, end, one, other, every) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      let walked = 0;
      for (let given = start; given <= end; given += every) if (given >= first && given <= last) walked += 1;
      assert.equal(count(writeDay(start), writeDay(end), every, writeDay(first), writeDay(last)), String(walked));
    }),
  );
});

test('the bounds of a month hold the count of each of its days, and reach it', () => {
  fc.assert(
    fc.property(days, days, interval, (one, other, every) => {
      const [first, last] = [writeDay(Math.min(one, other)), writeDay(Math.max(one, other))];
      const month = Array.from({ length: 30 }, (_, index) => `2024-11-${String(index + 1).padStart(2, '0')}`);
      const counts = month.map((start) => Number(count(start, '2025-01-15', every, first, last)));
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      const expected = least === most ? String(least) : `${least}-${most}`;
      assert.equal(count('2024-11', '2025-01-15', every, first, last), expected);
    }),
  );
});
