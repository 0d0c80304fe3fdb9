import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from './civil-date.ts';
import { compareDates, onDay, type PartialDate, readDate } from './partial-date.ts';
import type { Comparator } from './range.ts';
import type { Truth } from './truth.ts';

const read: readonly (readonly [string, first: string, last: string])[] = [
  ['2026-03-02', '2026-03-02', '2026-03-02'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-03-UK', '2026-03-01', '2026-03-31'],
  ['2026-UK-UK', '2026-01-01', '2026-12-31'],
];

for (const [text, first, last] of read) {
  test(`${text} is a day from ${first} to ${last}`, () => {
    assert.deepEqual(readDate(text), { first: readDay(first), last: readDay(last), written: text });
  });
}

const refused = ['', '26', '2026-3', '2026-13', '2026-00', '2026-UK', '2026-UK-02', '2026-02-30', '2026-uk-uk', '0999'];
for (const text of refused) test(`"${text}" is not a date`, () => assert.equal(readDate(text), undefined));

const date = (text: string): PartialDate => {
  const found = readDate(text);
  assert.ok(found);
  return found;
};

const comparisons: readonly (readonly [string, Comparator, string, Truth])[] = [
  ['2026-03-02', '<', '2026-03-03', 'true'],
  ['2026-03-02', '<', '2026-03-02', 'false'],
  ['2026-03-02', '=', '2026-03-02', 'true'],
  ['2026-03', '<', '2026-04-01', 'true'],
  ['2026-03', '<', '2026-03-31', 'unknown'],
  ['2026-03', '<=', '2026-03-31', 'true'],
  ['2026-03', '<', '2026-03-01', 'false'],
  ['2026-03', '>=', '2026-03-01', 'true'],
  ['2026-03', '>', '2026-03-01', 'unknown'],
  ['2026', '=', '2026-07-01', 'unknown'],
  ['2026', '=', '2026', 'unknown'],
  ['2026', '=', '2027-01-01', 'false'],
  ['2026', '!=', '2027', 'true'],
];

for (const [a, comparator, b, expected] of comparisons) {
  test(`${a} ${comparator} ${b} is ${expected}`, () => {
    assert.equal(compareDates(date(a), comparator, date(b)), expected);
  });
}

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
  .map(([first, length]) => ({ first, last: first + length, written: writeDay(first) }));
const daysOf = ({ first, last }: PartialDate): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const compares = (a: number, b: number): Record<Comparator, boolean> => ({
  '<': a < b,
  '<=': a <= b,
  '>': a > b,
  '>=': a >= b,
  '=': a === b,
  '!=': a !== b,
});

test('a comparison is definite exactly when all pairs of days agree', () => {
  fc.assert(
    fc.property(stretch, stretch, fc.constantFrom<Comparator>('<', '<=', '>', '>=', '=', '!='), (a, b, comparator) => {
      const answers = new Set(daysOf(a).flatMap((x) => daysOf(b).map((y) => compares(x, y)[comparator])));
      assert.equal(compareDates(a, comparator, b), answers.size === 2 ? 'unknown' : String(answers.has(true)));
    }),
    { numRuns: 1000 },
  );
});

test('a known day is written as a day', () => {
  assert.deepEqual(onDay(20514), { first: 20514, last: 20514, written: '2026-03-02' });
});
