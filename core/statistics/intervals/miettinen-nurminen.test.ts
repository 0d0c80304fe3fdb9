import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import type { Counts } from '../counts.ts';
import { assertSays } from '../given.ts';
import { scoreOfDifference, type VarianceFactor } from '../tests/difference-score.ts';
import { computeDifferenceInterval, type DifferenceInterval } from './miettinen-nurminen.ts';

const interval = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
  factor: VarianceFactor = 'N / (N - 1)',
): DifferenceInterval => {
  const result = computeDifferenceInterval(arm1, arm0, confidence, factor);
  assert.ok('method' in result);
  return result;
};

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
interface Row extends Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence', number>> {
  readonly mn: Ends;
  readonly mee: Ends;
}
const file = new URL('../../../evidence/oracles/miettinen-nurminen/expected.json', import.meta.url);
const { intervals: rows }: { readonly intervals: readonly Row[] } = JSON.parse(readFileSync(file, 'utf8'));

test('the oracle has its rows', () => assert.equal(rows.length, 20));
const near = (found: Ends, expected: Ends, tolerance: number): boolean =>
  Math.abs(found.lower - expected.lower) <= tolerance && Math.abs(found.upper - expected.upper) <= tolerance;
for (const { x1, n1, x2, n2, confidence, mn, mee } of rows) {
  test(`as base R: ${x1}/${n1} - ${x2}/${n2} at ${confidence}`, () => {
    const [arm1, arm0] = [
      { events: x1, of: n1 },
      { events: x2, of: n2 },
    ];
    assert.ok(near(interval(arm1, arm0, confidence), mn, 1e-12), 'Miettinen-Nurminen');
    assert.ok(near(interval(arm1, arm0, confidence, 'none'), mee, 1e-12), 'Mee');
  });
}

// The tables of Newcombe 1998 (table II), with the N / (N - 1) factor, recomputed to four digits; and Deng 2017.
const tables: readonly (readonly [x1: number, n1: number, x2: number, n2: number, lower: number, upper: number])[] = [
  [56, 70, 48, 80, 0.0528, 0.3382],
  [9, 10, 3, 10, 0.17, 0.8406],
  [6, 7, 2, 7, 0.0342, 0.8534],
  [5, 56, 0, 29, -0.0326, 0.1933],
  [0, 10, 0, 20, -0.1658, 0.2844],
  [10, 10, 0, 10, 0.6636, 1],
  [9, 12, 5, 6, -0.4331, 0.3782],
];
for (const [x1, n1, x2, n2, lower, upper] of tables) {
  test(`to four digits: ${x1}/${n1} - ${x2}/${n2}`, () => {
    assert.ok(near(interval({ events: x1, of: n1 }, { events: x2, of: n2 }), { lower, upper }, 5e-5));
  });
}

test('a result says what it is', () => {
  const result = interval({ events: 16, of: 20 }, { events: 7, of: 20 }, 0.9, 'none');
  assert.equal(result.method, 'mee/1');
  assert.ok(Math.abs(result.estimate - 0.45) < 1e-15);
  assert.deepEqual(result.conventions, {
    confidence: 0.9,
    sides: 'two-sided, equal tails',
    direction: 'arm 1 - arm 0',
    varianceFactor: 'none',
  });
});

const group = fc.integer({ min: 1, max: 60 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('test and interval agree: a difference is rejected at 5 % exactly when it lies outside', () => {
  fc.assert(
    fc.property(group, group, fc.double({ min: -0.999, max: 0.999, noNaN: true }), (arm1, arm0, difference) => {
      const { lower, upper } = interval(arm1, arm0);
      fc.pre(Math.min(Math.abs(difference - lower), Math.abs(difference - upper)) > 1e-9);
      // 1.96 to sixteen digits: R 4.2.2, qnorm(0.975).
      const rejected = Math.abs(scoreOfDifference(arm1, arm0, difference, 'N / (N - 1)')) > 1.9599639845400545;
      assert.equal(rejected, difference < lower || difference > upper);
    }),
    { numRuns: 1000 },
  );
});

test('exchanging the arms mirrors the interval', () => {
  fc.assert(
    fc.property(group, group, (arm1, arm0) => {
      const [one, other] = [interval(arm1, arm0), interval(arm0, arm1)];
      assert.ok(near(one, { lower: -other.upper, upper: -other.lower }, 1e-10));
    }),
  );
});

test('the interval holds the estimate, stays within -1 and 1, and grows with confidence and with the factor', () => {
  fc.assert(
    fc.property(group, group, (arm1, arm0) => {
      const [mee, mn, wide] = [
        interval(arm1, arm0, 0.9, 'none'),
        interval(arm1, arm0, 0.9),
        interval(arm1, arm0, 0.99),
      ];
      const ordered = [-1, wide.lower, mn.lower, mee.lower, mee.estimate, mee.upper, mn.upper, wide.upper, 1];
      assert.deepEqual(
        ordered,
        [...ordered].sort((a, b) => a - b),
      );
    }),
  );
});

test('one more success in arm 1 moves both ends up', () => {
  for (let events = 1; events <= 20; events += 1) {
    const [less, more] = [events - 1, events].map((x) => interval({ events: x, of: 20 }, { events: 7, of: 20 }));
    assert.ok(less && more && less.lower < more.lower && less.upper < more.upper);
  }
});

test('a difference of one is its own end', () => {
  const [none, every] = [
    { events: 0, of: 10 },
    { events: 10, of: 10 },
  ];
  assert.deepEqual([interval(every, none).upper, interval(none, every).lower], [1, -1]);
});

test('refuses what cannot be estimated', () => {
  const arm = { events: 1, of: 2 };
  assert.deepEqual(computeDifferenceInterval(arm, { events: 0, of: 0 }), { notEstimable: 'no participants' });
  assert.deepEqual(computeDifferenceInterval(arm, arm, 1), { notEstimable: 'confidence not between 0 and 1' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeDifferenceInterval({ events: 3, of: 10 }, { events: 5, of: 10 }), 'miettinen-nurminen/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    direction: 'arm 1 - arm 0',
    varianceFactor: 'N / (N - 1)',
  });
});
