import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { atLeastValue, atMost, between, exactly, lessThan, moreThan, type Range } from '#core/quantities/range.ts';
import { add, compare, multiply, one, rational, zero } from '#core/quantities/rational.ts';
import { representativePairs, representatives } from './representatives.ts';

/** Ranges and breaks are made up; 3/4 and 15 are borders of the renal rule (yee2010). */
const r = (value: number) => rational(Math.round(value * 100), 100);
const written = (range: Range, breaks: readonly number[]): string =>
  representatives(range, breaks.map(r))
    .map((each) => writeRational(each))
    .join(' ');

test('ends, breaks, and one number between each two neighbours', () => {
  const rows = [
    [exactly(r(7)), [1, 9], '7'],
    [exactly(r(7)), [7], '7'],
    [between(r(1), r(3)), [2], '1 1.5 2 2.5 3'],
    [between(r(1), r(3)), [3, 9], '1 2 3'],
    [lessThan(r(2)), [1], '0 0.5 1 1.5'],
    [atMost(r(2)), [], '0 1 2'],
    [atLeastValue(r(4)), [6, 2], '4 5 6 7'],
    [atLeastValue(r(4)), [10], '4 7 10 11'],
    [between(r(1), r(7)), [2], '1 1.5 2 4.5 7'],
    [moreThan(r(4)), [6], '5 6 7'],
    [moreThan(r(4)), [], '5'],
  ] as const;
  for (const [range, breaks, expected] of rows) assert.equal(written(range, breaks), expected);
});

const quarter = { slope: rational(3, 4), rise: zero };
const shift = { slope: one, rise: rational(15) };

test('exact values make one pair', () => {
  const pairs = representativePairs(exactly(r(100)), exactly(r(140)), {
    current: [r(50)],
    previous: [],
    borders: [quarter],
  });
  assert.deepEqual(pairs, [[r(100), r(140)]]);
});

const some = fc.integer({ min: 0, max: 40 });
const stretch = fc.tuple(some, some).map(([a, b]) => between(r(Math.min(a, b)), r(Math.max(a, b))));

test('every case that a rule can tell apart on a fine grid is told apart on the pairs', () => {
  const limits = [r(10), r(25)];
  fc.assert(
    fc.property(stretch, stretch, fc.constantFrom(quarter, shift), (current, previous, border) => {
      const caseOf = (now: typeof one, before: typeof one): string => {
        const edge = add(multiply(border.slope, before), border.rise);
        return [...limits, edge].map((limit) => compare(now, limit)).join();
      };
      const pairs = representativePairs(current, previous, { current: limits, previous: [], borders: [border] });
      const seen = new Set(pairs.map(([now, before]) => caseOf(now, before)));
      const grid = (range: Range) =>
        Array.from({ length: 161 }, (_, index) => rational(index, 4)).filter(
          (each) => compare(each, range.low ?? zero) >= 0 && compare(each, range.high ?? zero) <= 0,
        );
      for (const before of grid(previous))
        for (const now of grid(current)) assert.ok(seen.has(caseOf(now, before)), caseOf(now, before));
    }),
    { numRuns: 40 },
  );
});

test('a previous value at which the rule changes is tried', () => {
  const pairs = representativePairs(exactly(r(40)), between(r(45), r(60)), {
    current: [r(50)],
    previous: [r(50)],
    borders: [],
  });
  assert.ok(pairs.some(([, before]) => compare(before, r(50)) === 0));
});
