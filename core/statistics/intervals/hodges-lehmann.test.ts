import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import { testRankSum } from '../tests/rank-sum.ts';
import type { ValuesProblem } from '../values.ts';
import { estimateCentre, estimateShift, type HodgesLehmann } from './hodges-lehmann.ts';

const told = (result: HodgesLehmann | NotEstimable<ValuesProblem>): HodgesLehmann => {
  assert.ok('method' in result);
  return result;
};

type Input = Readonly<Record<'arm' | 'y', readonly number[]>>;
interface Output {
  readonly hodgesLehmann: number;
  readonly hlExactCI: { readonly lower: number; readonly upper: number };
  readonly hlAchievedConf: number;
}
// R's median of outer differences and qwilcox: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('wilcoxon')) {
  test(`as R: ${id}`, () => {
    const [arm1, arm0] = [1, 0].map((arm) => input.y.filter((_, i) => input.arm[i] === arm));
    const { estimate, interval } = told(estimateShift(arm1 ?? [], arm0 ?? []));
    assertNear(estimate, output.hodgesLehmann, 1e-9);
    assertNear(interval?.lower ?? Number.NaN, output.hlExactCI.lower, 1e-9);
    assertNear(interval?.upper ?? Number.NaN, output.hlExactCI.upper, 1e-9);
    assertNear(interval?.achievedConfidence ?? Number.NaN, output.hlAchievedConf, 1e-9);
  });
}

type Pseudo = { readonly pseudoMedian: number };
for (const { id, input, output } of publicCases<{ readonly diff: readonly number[] }, Pseudo>('signed_rank')) {
  test(`as R: ${id}`, () => assertNear(told(estimateCentre(input.diff)).estimate, output.pseudoMedian, 1e-9));
}

interface ExpectedEnds extends Readonly<Record<'estimate' | 'level', number>> {
  readonly lower: number | null;
  readonly upper: number | null;
}
interface Rows {
  readonly two: readonly {
    readonly arm1: readonly number[];
    readonly arm0: readonly number[];
    readonly shift: ExpectedEnds;
  }[];
  readonly one: readonly { readonly changes: readonly number[]; readonly centre: ExpectedEnds }[];
}
const agree = ({ estimate, interval }: HodgesLehmann, expected: ExpectedEnds): void => {
  assertNear(estimate, expected.estimate, 1e-12);
  assert.equal(interval === undefined, expected.lower === null);
  if (interval === undefined) return;
  assertNear(interval.lower, expected.lower ?? Number.NaN, 1e-12);
  assertNear(interval.upper, expected.upper ?? Number.NaN, 1e-12);
  assertNear(interval.achievedConfidence, expected.level, 1e-12);
};
const { two, one } = expectedOf<Rows>('rank-tests');
for (const { arm1, arm0, shift } of two) {
  test(`as R: ${arm1} against ${arm0} (evidence/oracles/rank-tests)`, () =>
    agree(told(estimateShift(arm1, arm0)), shift));
}
for (const { changes, centre } of one) {
  test(`as R: ${changes} (evidence/oracles/rank-tests)`, () => agree(told(estimateCentre(changes)), centre));
}

test('too few for 95 %: an estimate without an interval, which says its conventions', () => {
  assert.deepEqual(told(estimateShift([4, 6], [1, 2])), {
    method: 'hodges-lehmann/1',
    estimate: 3.5,
    conventions: {
      confidence: 0.95,
      direction: 'arm 1 - arm 0',
      interval: 'order statistics, exact without ties and conservative with them',
    },
  });
  assert.deepEqual(estimateShift([], [1]), { notEstimable: 'no participants' });
  assert.deepEqual(estimateCentre([1], 1), { notEstimable: 'confidence not between 0 and 1' });
});

const distinct = fc.uniqueArray(fc.integer({ min: -400, max: 400 }), { minLength: 8, maxLength: 20 });

test('without ties the interval leaves out zero exactly when the exact test rejects; a shift moves all', () => {
  fc.assert(
    fc.property(distinct, fc.integer({ min: 3, max: 5 }), (values, size) => {
      const [arm1, arm0] = [values.slice(0, size), values.slice(size)];
      const { estimate, interval } = told(estimateShift(arm1, arm0));
      const moved = told(
        estimateShift(
          arm1.map((value) => value + 1000),
          arm0,
        ),
      );
      assertNear(moved.estimate, estimate + 1000, 1e-12);
      const test = testRankSum(arm1, arm0);
      assert.ok('method' in test);
      fc.pre(interval !== undefined);
      assert.equal((test.exactTwoSided ?? 1) <= 0.05, interval.lower > 0 || interval.upper < 0);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  const interval = 'order statistics, exact without ties and conservative with them';
  assertSays(estimateShift([1, 2, 3], [2, 4, 6]), 'hodges-lehmann/1', {
    confidence: 0.95,
    direction: 'arm 1 - arm 0',
    interval,
  });
  assertSays(estimateCentre([1, 2, 3]), 'hodges-lehmann-paired/1', {
    confidence: 0.95,
    direction: 'change - 0',
    interval,
  });
});
