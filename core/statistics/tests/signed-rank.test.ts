import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ValuesProblem } from '../values.ts';
import { type SignedRank, testSignedRank } from './signed-rank.ts';

const told = (result: SignedRank | NotEstimable<ValuesProblem>): SignedRank => {
  assert.ok('method' in result);
  return result;
};

type Output = Readonly<Record<'V' | 'exactP' | 'asymP' | 'asymPcc', number>>;
// R's exactRankTests and wilcox.test: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<{ readonly diff: readonly number[] }, Output>('signed_rank')) {
  test(`as R: ${id}`, () => {
    const found = told(testSignedRank(input.diff));
    assert.equal(found.v, output.V);
    assertClose(found.exactTwoSided ?? Number.NaN, output.exactP, 1e-9);
    assertClose(found.asymptoticTwoSided, output.asymP, 1e-9);
    assertClose(found.asymptoticCorrectedTwoSided, output.asymPcc, 1e-9);
  });
}

interface Row extends Readonly<Record<'v' | 'exact' | 'asymptotic' | 'corrected', number>> {
  readonly changes: readonly number[];
}
for (const row of expectedOf<{ readonly one: readonly Row[] }>('rank-tests').one) {
  test(`as listing every sign in R: ${row.changes} (evidence/oracles/rank-tests)`, () => {
    const found = told(testSignedRank(row.changes));
    assert.equal(found.v, row.v);
    assertClose(found.exactTwoSided ?? Number.NaN, row.exact, 1e-9);
    assertClose(found.asymptoticTwoSided, row.asymptotic, 1e-9);
    assertClose(found.asymptoticCorrectedTwoSided, row.corrected, 1e-9);
  });
}

test('five who all improved: 2 / 32 is as far as five can go (wilcoxon1945); zeros are counted and left out', () => {
  const found = told(testSignedRank([-1, -2, -3, -4, -5, 0, 0.3 - 0.2 - 0.1]));
  assert.deepEqual([found.exactTwoSided, found.v, found.zeros, found.method], [0.0625, 0, 2, 'signed-rank/1']);
});

test('with more than a hundred changes there is no exact p', () => {
  assert.equal(told(testSignedRank(Array.from({ length: 101 }, (_, i) => i - 40))).exactTwoSided !== undefined, true);
  assert.equal(told(testSignedRank(Array.from({ length: 102 }, (_, i) => i - 40.5))).exactTwoSided, undefined);
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(testSignedRank([]), { notEstimable: 'no participants' });
  assert.deepEqual(testSignedRank([0, 0]), { notEstimable: 'no variation' });
  assert.deepEqual(testSignedRank([Number.POSITIVE_INFINITY]), { notEstimable: 'not a number' });
});

test('turning the signs mirrors v and keeps p; another unit changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 20 }), (changes) => {
      const n = changes.filter((change) => change !== 0).length;
      fc.pre(n > 0);
      const [own, turned] = [told(testSignedRank(changes)), told(testSignedRank(changes.map((change) => -change)))];
      assert.equal(own.v + turned.v, (n * (n + 1)) / 2);
      assertClose(own.exactTwoSided ?? 0, turned.exactTwoSided ?? 1, 1e-10);
      assert.deepEqual(testSignedRank(changes.map((change) => 88.42 * change)), own);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testSignedRank([3, 5, -1]), 'signed-rank/1', {
    zeros: 'left out (Wilcoxon)',
    ties: 'mean ranks',
    exact: 'shift algorithm; sums as far from the mean on both sides',
  });
});
