import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ValuesProblem } from '../values.ts';
import { testRankSum } from './rank-sum.ts';
import { type StratumValues, testVanElteren, type VanElteren } from './van-elteren.ts';

const told = (result: VanElteren | NotEstimable<ValuesProblem>): VanElteren => {
  assert.ok('method' in result);
  return result;
};

type Input = Readonly<Record<'arm' | 'stratum' | 'y', readonly number[]>>;
const strataOf = ({ arm, stratum, y }: Input): readonly StratumValues[] =>
  [...new Set(stratum)].map((name) => {
    const of = (which: number): readonly number[] => y.filter((_, i) => stratum[i] === name && arm[i] === which);
    return { arm1: of(1), arm0: of(0) };
  });
// R's coin: evidence/oracles/public/statistics.json.
type Output = Readonly<Record<'z' | 'chisq' | 'p', number>>;
for (const { id, input, output } of publicCases<Input, Output>('stratified_wilcoxon')) {
  test(`as R: ${id}`, () => {
    const found = told(testVanElteren(strataOf(input)));
    assertClose(found.z, output.z, 1e-9);
    assertClose(found.chiSquare, output.chisq, 1e-9);
    assertClose(found.twoSided, output.p, 1e-9);
  });
}

interface Row extends Readonly<Record<'z' | 'p', number>> {
  readonly strata: readonly StratumValues[];
}
for (const { strata, z, p } of expectedOf<{ readonly strata: readonly Row[] }>('rank-tests').strata) {
  test(`as the sums written out in R: ${strata.length} strata, z ${z} (evidence/oracles/rank-tests)`, () => {
    const found = told(testVanElteren(strata));
    assertNear(found.z, z, 1e-9);
    assertNear(found.twoSided, p, 1e-9);
  });
}

const one: StratumValues = { arm1: [3, 5, 8], arm0: [1, 2, 5] };

test('strata with an empty arm or without variation say nothing, and are named (vanelteren1960)', () => {
  const found = told(testVanElteren([{ arm1: [9], arm0: [] }, one, { arm1: [4, 4], arm0: [4] }]));
  const alone = told(testVanElteren([one]));
  assert.deepEqual(found.silent, [0, 2]);
  assert.equal(found.z, alone.z);
  assert.equal(found.method, 'van-elteren/1');
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(testVanElteren([]), { notEstimable: 'no participants' });
  assert.deepEqual(testVanElteren([{ arm1: [1], arm0: [] }]), { notEstimable: 'no variation' });
  assert.deepEqual(testVanElteren([{ arm1: [Number.NaN], arm0: [1] }]), { notEstimable: 'not a number' });
});

const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 });

test('one stratum is the rank sum test; exchanging arms turns the sign; the order of strata is free', () => {
  fc.assert(
    fc.property(sample, sample, sample, sample, (a, b, c, d) => {
      fc.pre(new Set([...a, ...b]).size > 1);
      const plain = testRankSum(a, b);
      assert.ok('method' in plain);
      assertClose(told(testVanElteren([{ arm1: a, arm0: b }])).twoSided, plain.asymptoticTwoSided, 1e-10);
      const both = [
        { arm1: a, arm0: b },
        { arm1: c, arm0: d },
      ];
      const found = told(testVanElteren(both));
      assertNear(told(testVanElteren(both.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 })))).z, -found.z, 1e-10);
      assertNear(told(testVanElteren(both.toReversed())).z, found.z, 1e-12);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testVanElteren([{ arm1: [1, 4], arm0: [2, 3, 7] }]), 'van-elteren/1', {
    weights: '1 / (participants of the stratum + 1)',
    ties: 'mean ranks, variance corrected',
    continuityCorrection: false,
  });
});
