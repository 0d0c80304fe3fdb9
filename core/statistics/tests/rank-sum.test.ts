import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ValuesProblem } from '../values.ts';
import { mostExact, type RankSum, testRankSum } from './rank-sum.ts';

const told = (result: RankSum | NotEstimable<ValuesProblem>): RankSum => {
  assert.ok('method' in result);
  return result;
};

type Input = Readonly<Record<'arm' | 'y', readonly number[]>>;
type Output = Readonly<Record<'U' | 'exactP' | 'asymP' | 'asymPcc', number>>;
// R's coin and wilcox.test: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('wilcoxon')) {
  test(`as R: ${id}`, () => {
    const [arm1, arm0] = [1, 0].map((arm) => input.y.filter((_, i) => input.arm[i] === arm));
    const found = told(testRankSum(arm1 ?? [], arm0 ?? []));
    assert.equal(found.u, output.U);
    assertClose(found.exactTwoSided ?? Number.NaN, output.exactP, 1e-9);
    assertClose(found.asymptoticTwoSided, output.asymP, 1e-9);
    assertClose(found.asymptoticCorrectedTwoSided, output.asymPcc, 1e-9);
  });
}

interface Row extends Readonly<Record<'u' | 'exact' | 'asymptotic' | 'corrected', number>> {
  readonly arm1: readonly number[];
  readonly arm0: readonly number[];
}
const { two } = expectedOf<{ readonly two: readonly Row[] }>('rank-tests');
for (const { arm1, arm0, u, exact, asymptotic, corrected } of two) {
  test(`as listing every choice in R: ${arm1} against ${arm0} (evidence/oracles/rank-tests)`, () => {
    const found = told(testRankSum(arm1, arm0));
    assert.equal(found.u, u);
    assertClose(found.exactTwoSided ?? Number.NaN, exact, 1e-9);
    assertClose(found.asymptoticTwoSided, asymptotic, 1e-9);
    assertClose(found.asymptoticCorrectedTwoSided, corrected, 1e-9);
  });
}

test('1, 2, 3 against 4, 5, 6: two of the twenty choices are as far out (wilcoxon1945)', () => {
  const found = told(testRankSum([1, 2, 3], [4, 5, 6]));
  assertNear(found.exactTwoSided ?? 1, 0.1, 1e-15);
  assert.deepEqual([found.u, found.probabilityOfLarger, found.method], [0, 0, 'rank-sum/1']);
});

test('many participants: no exact p, and below that it is near the normal one', () => {
  const arm = (n: number, by: number): readonly number[] => Array.from({ length: n }, (_, i) => ((i * 37) % 101) + by);
  assert.equal(told(testRankSum(arm(mostExact + 1, 0), arm(20, 5))).exactTwoSided, undefined);
  const found = told(testRankSum(arm(mostExact, 0), arm(mostExact, 8)));
  assertNear(found.exactTwoSided ?? 0, found.asymptoticTwoSided, 1e-3);
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(testRankSum([], [1]), { notEstimable: 'no participants' });
  assert.deepEqual(testRankSum([2, 2], [2]), { notEstimable: 'no variation' });
  assert.deepEqual(testRankSum([2, Number.NaN], [2]), { notEstimable: 'not a number' });
});

const sample = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 15 });

test('exchanging arms mirrors u and keeps p; any rising change of the values changes nothing', () => {
  fc.assert(
    fc.property(sample, sample, (one, other) => {
      fc.pre(new Set([...one, ...other]).size > 1);
      const [own, turned] = [told(testRankSum(one, other)), told(testRankSum(other, one))];
      assert.equal(own.u + turned.u, one.length * other.length);
      assertClose(own.exactTwoSided ?? 0, turned.exactTwoSided ?? 1, 1e-10);
      const rising = (value: number): number => Math.exp(value / 2) - 3;
      assert.deepEqual(testRankSum(one.map(rising), other.map(rising)), own);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testRankSum([3, 5], [1, 2]), 'rank-sum/1', {
    ties: 'mean ranks',
    exact: 'shift algorithm; sums as far from the mean on both sides',
    asymptotic: 'variance corrected for ties',
  });
});

// By hand: of the pairs, the share in which arm 1 is larger, half of the ties (mann1947).
const larger: readonly (readonly [arm1: readonly number[], arm0: readonly number[], expected: number])[] = [
  [[3, 4], [1, 2], 1],
  [[1, 4], [2, 3], 0.5],
  [[5], [1, 2, 9], 2 / 3],
  [[2, 2, 3], [2, 1], 5 / 6],
];
for (const [arm1, arm0, expected] of larger) {
  test(`the chance that arm 1 is larger: ${arm1} and ${arm0}`, () => {
    const found = testRankSum(arm1, arm0);
    assert.ok('probabilityOfLarger' in found);
    assertNear(found.probabilityOfLarger, expected, 1e-15);
  });
}
