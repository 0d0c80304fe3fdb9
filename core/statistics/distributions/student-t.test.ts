import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, expectedOf } from '../given.ts';
import { studentTwoSidedQuantile, studentTwoSidedTail, studentUpperTail } from './student-t.ts';

type Row<Key extends string> = Readonly<Record<Key, number>>;
/** R's pt and qt: evidence/oracles/student-t. */
const { tails, quantiles } = expectedOf<{
  readonly tails: readonly Row<'t' | 'df' | 'tail'>[];
  readonly quantiles: readonly Row<'alpha' | 'df' | 't'>[];
}>('student-t');

test('tails as R', () => {
  assert.equal(tails.length, 72);
  for (const { t, df, tail } of tails) assertClose(studentTwoSidedTail(t, df), tail, 1e-12, `t ${t} df ${df}`);
});

test('quantiles as R', () => {
  assert.equal(quantiles.length, 72);
  for (const { alpha, df, t } of quantiles) {
    assertClose(studentTwoSidedQuantile(alpha, df), t, 1e-11, `alpha ${alpha} df ${df}`);
  }
});

test('one degree of freedom is the Cauchy distribution: an upper tail of a quarter at 1', () => {
  assertClose(studentUpperTail(1, 1), 0.25, 1e-14);
  assertClose(studentUpperTail(-1, 1), 0.75, 1e-14);
  assertClose(studentTwoSidedQuantile(0.5, 1), 1, 1e-14);
});

test('tail of the quantile is alpha', () => {
  const alphas = fc.double({ min: 1e-8, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(alphas, fc.double({ min: 1, max: 500, noNaN: true }), (alpha, df) => {
      assertClose(studentTwoSidedTail(studentTwoSidedQuantile(alpha, df), df), alpha, 1e-9);
    }),
  );
});

test('no quantile outside the domain', () => {
  for (const [alpha, df] of [
    [0, 5],
    [1, 5],
    [0.05, 0],
    [Number.NaN, 5],
  ] as const) {
    assert.throws(() => studentTwoSidedQuantile(alpha, df), /student t: no quantile/);
  }
});
