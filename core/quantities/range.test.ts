import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  addRanges,
  atLeastValue,
  atMost,
  between,
  type Comparator,
  compareRanges,
  divideRanges,
  everything,
  exactly,
  highest,
  hull,
  isExact,
  lessThan,
  lowest,
  moreThan,
  multiplyRanges,
  type Range,
  scaleRange,
  subtractRanges,
} from './range.ts';
import { add, compare, divide, multiply, one, type Rational, rational, subtract, zero } from './rational.ts';
import type { Truth } from './truth.ts';

const n = (value: number): Rational => rational(value);
const comparators: readonly Comparator[] = ['<', '<=', '>', '>=', '=', '!='];
const written = (r: Range): string =>
  `${r.lowOpen ? '(' : '['}${r.low?.numerator ?? ''}, ${r.high?.numerator ?? ''}${r.highOpen ? ')' : ']'}`;

// A censored result decides a threshold only where every value that it stands for is on one side.
const comparisons: readonly (readonly [Range, Comparator, Range, Truth])[] = [
  [exactly(n(5)), '<', exactly(n(5)), 'false'],
  [exactly(n(5)), '<=', exactly(n(5)), 'true'],
  [lessThan(n(5)), '<', exactly(n(5)), 'true'],
  [atMost(n(5)), '<', exactly(n(5)), 'unknown'],
  [atMost(n(5)), '<=', exactly(n(5)), 'true'],
  [lessThan(n(5)), '>', exactly(n(5)), 'false'],
  [lessThan(n(5)), '>', exactly(n(4)), 'unknown'],
  [lessThan(n(5)), '>=', exactly(n(5)), 'false'],
  [atMost(n(5)), '>=', exactly(n(5)), 'unknown'],
  [moreThan(n(200)), '>', exactly(n(200)), 'true'],
  [atLeastValue(n(200)), '>', exactly(n(200)), 'unknown'],
  [moreThan(n(200)), '<=', exactly(n(200)), 'false'],
  [between(n(5), n(10)), '>', exactly(n(5)), 'unknown'],
  [between(n(5), n(10)), '>=', exactly(n(5)), 'true'],
  [between(n(5), n(10)), '>', exactly(n(10)), 'false'],
  [lessThan(n(5)), '=', exactly(n(5)), 'false'],
  [atMost(n(5)), '=', exactly(n(5)), 'unknown'],
  [lessThan(n(5)), '!=', exactly(n(5)), 'true'],
  [exactly(n(5)), '=', exactly(n(5)), 'true'],
  [between(n(1), n(2)), '=', between(n(1), n(2)), 'unknown'],
  [everything, '<', everything, 'unknown'],
];

for (const [a, comparator, b, expected] of comparisons) {
  test(`${written(a)} ${comparator} ${written(b)} is ${expected}`, () => {
    assert.equal(compareRanges(a, comparator, b), expected);
  });
}

const computed: readonly (readonly [string, Range, Range])[] = [
  ['<1 + exactly 2', addRanges(lessThan(n(1)), exactly(n(2))), lessThan(n(3))],
  ['[1, 2] - [5, 10]', subtractRanges(between(n(1), n(2)), between(n(5), n(10))), between(n(-9), n(-3))],
  ['5 - less than 1', subtractRanges(exactly(n(5)), lessThan(n(1))), moreThan(n(4))],
  ['[1, 2] times -3', scaleRange(between(n(1), n(2)), n(-3)), between(n(-6), n(-3))],
  ['less than 1, times -2', scaleRange(lessThan(n(1)), n(-2)), moreThan(n(-2))],
  ['everything times 0', scaleRange(everything, zero), exactly(zero)],
  ['[-1, 2] times [-3, 4]', multiplyRanges(between(n(-1), n(2)), between(n(-3), n(4))), between(n(-6), n(8))],
  ['at least 0 times at least 0', multiplyRanges(atLeastValue(zero), atLeastValue(zero)), atLeastValue(zero)],
  ['more than 0 times more than 0', multiplyRanges(moreThan(zero), moreThan(zero)), moreThan(zero)],
  [
    '[1, 2] over [4, 5]',
    divideRanges(between(n(1), n(2)), between(n(4), n(5))),
    between(rational(1, 5), rational(1, 2)),
  ],
  ['1 over more than 0', divideRanges(exactly(one), moreThan(zero)), moreThan(zero)],
  [
    '-1 over less than -2',
    divideRanges(exactly(n(-1)), lessThan(n(-2))),
    { low: zero, high: rational(1, 2), lowOpen: true, highOpen: true },
  ],
  ['1 over at least 0', divideRanges(exactly(one), atLeastValue(zero)), everything],
  ['1 over zero', divideRanges(exactly(one), exactly(zero)), everything],
  ['hull of <1 and [3, 4]', hull(lessThan(n(1)), between(n(3), n(4))), atMost(n(4))],
  ['lowest of 3, 5', lowest([exactly(n(3)), exactly(n(5))]), exactly(n(3))],
  ['lowest of at most 5, less than 5', lowest([atMost(n(5)), lessThan(n(5))]), lessThan(n(5))],
  ['lowest of at least 5, more than 5', lowest([moreThan(n(5)), atLeastValue(n(5))]), atLeastValue(n(5))],
  ['lowest of 3, less than 5', lowest([exactly(n(3)), lessThan(n(5))]), atMost(n(3))],
  ['lowest of [4, 9], [3, 6]', lowest([between(n(4), n(9)), between(n(3), n(6))]), between(n(3), n(6))],
  ['highest of 3, less than 5', highest([exactly(n(3)), lessThan(n(5))]), { ...between(n(3), n(5)), highOpen: true }],
  ['highest of 3, more than 5', highest([exactly(n(3)), moreThan(n(5))]), moreThan(n(5))],
];

for (const [name, range, expected] of computed) test(name, () => assert.deepEqual(range, expected));

test('a range is never empty, and nothing has no lowest value', () => {
  assert.throws(() => between(n(2), n(1)), /low end lies above/);
  assert.throws(() => lowest([]), /lowest: of no values/);
  assert.throws(() => highest([]), /highest: of no values/);
  assert.equal(isExact(between(n(2), n(2))), true);
  assert.equal(isExact(atMost(n(2))), false);
});

// Ranges over a small grid so that ends touch often; points are ends, what lies beside them, and far away.
const end = fc.option(fc.integer({ min: -3, max: 3 }).map(n), { nil: undefined });
const anyRange = fc
  .record({ low: end, high: end, lowOpen: fc.boolean(), highOpen: fc.boolean() })
  .map((r) => ({ ...r, lowOpen: r.lowOpen || r.low === undefined, highOpen: r.highOpen || r.high === undefined }))
  .filter(({ low, high, lowOpen, highOpen }) => {
    if (low === undefined || high === undefined) return true;
    const order = compare(low, high);
    return order < 0 || (order === 0 && !lowOpen && !highOpen);
  });

const holds = (range: Range, x: Rational): boolean => {
  if (range.low !== undefined && compare(x, range.low) < (range.lowOpen ? 1 : 0)) return false;
  return range.high === undefined || compare(x, range.high) <= (range.highOpen ? -1 : 0);
};

const points = Array.from({ length: 49 }, (_, index) => rational(index - 24, 6)).concat(n(-1000), n(1000));
const inside = (range: Range): readonly Rational[] => points.filter((point) => holds(range, point));

const compares = (x: Rational, comparator: Comparator, y: Rational): boolean => {
  const order = compare(x, y);
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0, '=': order === 0, '!=': order !== 0 }[
    comparator
  ];
};

test('a comparison is definite exactly when all pairs of values inside agree', () => {
  fc.assert(
    fc.property(anyRange, anyRange, fc.constantFrom(...comparators), (a, b, comparator) => {
      const answers = new Set(inside(a).flatMap((x) => inside(b).map((y) => compares(x, comparator, y))));
      const expected = answers.size === 2 ? 'unknown' : String(answers.has(true));
      assert.equal(compareRanges(a, comparator, b), expected);
    }),
  );
});

test('a computed range holds every result from values inside', () => {
  fc.assert(
    fc.property(anyRange, anyRange, (a, b) => {
      const quotients = divideRanges(a, b);
      for (const x of inside(a).filter((_, index) => index % 3 === 0)) {
        for (const y of inside(b).filter((_, index) => index % 3 === 0)) {
          assert.ok(holds(addRanges(a, b), add(x, y)));
          assert.ok(holds(subtractRanges(a, b), subtract(x, y)));
          assert.ok(holds(multiplyRanges(a, b), multiply(x, y)));
          assert.ok(compare(y, zero) === 0 || holds(quotients, divide(x, y)));
          assert.ok(holds(hull(a, b), x) && holds(hull(a, b), y));
          const [low, high] = compare(x, y) < 0 ? [x, y] : [y, x];
          assert.ok(holds(lowest([a, b]), low) && holds(highest([a, b]), high));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('products and extremes are no wider than needed: each closed end is reached by values inside', () => {
  const closed = anyRange.filter(({ low, high, lowOpen, highOpen }) => !(lowOpen || highOpen) && low !== high);
  fc.assert(
    fc.property(closed, closed, (a, b) => {
      const pairs = inside(a).flatMap((x) => inside(b).map((y): readonly [Rational, Rational] => [x, y]));
      const reached = (range: Range, results: readonly Rational[]): boolean =>
        [range.low, range.high].every((bound) => bound && results.some((each) => compare(each, bound) === 0));
      assert.ok(
        reached(
          multiplyRanges(a, b),
          pairs.map(([x, y]) => multiply(x, y)),
        ),
      );
      assert.ok(
        reached(
          lowest([a, b]),
          pairs.map(([x, y]) => (compare(x, y) < 0 ? x : y)),
        ),
      );
      assert.ok(
        reached(
          highest([a, b]),
          pairs.map(([x, y]) => (compare(x, y) < 0 ? y : x)),
        ),
      );
    }),
    { numRuns: 60 },
  );
});
