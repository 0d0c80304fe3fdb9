import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, expectedOf } from '../given.ts';
import { chiSquareLowerTail, chiSquareQuantile, chiSquareUpperTail } from './chi-square.ts';
import { normalTwoSided } from './normal.ts';

interface Expected {
  readonly tails: readonly Readonly<Record<'x' | 'df' | 'upper' | 'lower', number>>[];
  readonly quantiles: readonly Readonly<Record<'upper' | 'df' | 'x', number>>[];
}
const { tails, quantiles } = expectedOf<Expected>('chi-square');

test('tails as R, evidence/oracles/chi-square', () => {
  assert.equal(tails.length, 60);
  for (const { x, df, upper, lower } of tails) {
    assertClose(chiSquareUpperTail(x, df), upper, 1e-12, `upper tail at ${x} with ${df}`);
    assertClose(chiSquareLowerTail(x, df), lower, 1e-12, `lower tail at ${x} with ${df}`);
  }
});

test('quantiles as R', () => {
  assert.equal(quantiles.length, 32);
  for (const { upper, df, x } of quantiles) assertClose(chiSquareQuantile(upper, df), x, 1e-11, `${upper} with ${df}`);
});

test('at and below zero, and at infinity', () => {
  assert.deepEqual([chiSquareUpperTail(0, 3), chiSquareLowerTail(-1, 3)], [1, 0]);
  const far = Number.POSITIVE_INFINITY;
  assert.deepEqual([chiSquareUpperTail(far, 3), chiSquareLowerTail(far, 3)], [0, 1]);
});

test('with 1 degree of freedom it is a squared normal, with 2 an exponential', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), (z) => {
      assertClose(chiSquareUpperTail(z * z, 1), normalTwoSided(z), 1e-11);
      assertClose(chiSquareUpperTail(z, 2), Math.exp(-z / 2), 1e-12);
    }),
  );
});
