import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '../given.ts';
import { testMeans } from '../tests/student-t-test.ts';
import { type CompletedValue, type DeltaGrid, deriveDeltaGrid, shiftImputed } from './delta-adjustment.ts';
import type { ImputedEstimate } from './rubin.ts';

const value = (arm: 0 | 1, number: number, imputed = false): CompletedValue => ({ arm, value: number, imputed });
const sets: readonly (readonly CompletedValue[])[] = [-6, -5.5, -7].map((drawn) => [
  ...[-6, -5, -7, -4].map((number) => value(1, number)),
  value(1, drawn, true),
  ...[-1, 0, 1, -2].map((number) => value(0, number)),
  value(0, drawn / 6, true),
]);

const analyse = (set: readonly CompletedValue[]): ImputedEstimate => {
  const of = (arm: 0 | 1): readonly number[] => set.filter((one) => one.arm === arm).map((one) => one.value);
  const found = testMeans(of(1), of(0), 'pooled');
  assert.ok('method' in found);
  return { estimate: found.estimate, variance: found.standardError ** 2 };
};
const grid = (deltas: readonly number[]): DeltaGrid => {
  const found = deriveDeltaGrid(sets, deltas, analyse, 8);
  assert.ok('method' in found);
  return found;
};

test('imputed values of arm 1 alone are moved', () => {
  assert.deepEqual(
    shiftImputed([[value(1, 1), value(1, 2, true), value(0, 3, true)]], 10)
      .flat()
      .map((one) => one.value),
    [1, 12, 3],
  );
});

test('a delta moves the difference by its share of imputed values, a fifth (carpenter2013)', () => {
  const { steps, conventions, method } = grid([0, 5, 10]);
  const estimates = steps.map(({ pooled }) => pooled.inference.estimate);
  assertNear((estimates[1] ?? 0) - (estimates[0] ?? 0), 1, 1e-12);
  assertNear((estimates[2] ?? 0) - (estimates[0] ?? 0), 2, 1e-12);
  assert.deepEqual([method, conventions.shifted], ['delta-adjustment/1', 'imputed values of arm 1']);
});

test('the first delta at which zero is inside the interval tips; before it, zero is outside', () => {
  const { steps, tipsAt } = grid([0, 5, 10, 15, 20]);
  assert.ok(tipsAt !== undefined && tipsAt > 0);
  for (const { delta, pooled } of steps.filter((step) => step.delta <= tipsAt)) {
    assert.equal(pooled.inference.upper < 0, delta < tipsAt);
  }
  assert.equal(grid([0]).tipsAt, undefined);
});

test('the pooled numbers are those of evidence/oracles/rubin', () => {
  interface Row extends Readonly<Record<'estimate' | 'p' | 'dfComplete', number>> {
    readonly estimates: readonly number[];
    readonly variances: readonly number[];
  }
  for (const { estimates, variances, dfComplete, estimate, p } of expectedOf<readonly Row[]>('rubin')) {
    let next = 0;
    const stored = (): ImputedEstimate => {
      next += 1;
      return { estimate: estimates[next - 1] ?? Number.NaN, variance: variances[next - 1] ?? Number.NaN };
    };
    const found = deriveDeltaGrid(
      estimates.map(() => []),
      [0],
      stored,
      dfComplete,
    );
    assert.ok('method' in found);
    assertNear(found.steps[0]?.pooled.inference.estimate ?? Number.NaN, estimate, 1e-9);
    assertNear(found.steps[0]?.pooled.inference.twoSided ?? Number.NaN, p, 1e-9);
  }
});

test('refuses what cannot be pooled', () => {
  assert.deepEqual(deriveDeltaGrid(sets.slice(0, 1), [0], analyse, 8), { notEstimable: 'fewer than two imputations' });
});
