import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf } from '../given.ts';
import { meanOf, varianceOf } from './moments.ts';

interface Row {
  readonly values: readonly number[];
  readonly mean: number;
  readonly sd: number | null;
}

test("means and deviations as R's mean and sd (evidence/oracles/quantile)", () => {
  for (const { values, mean, sd } of expectedOf<readonly Row[]>('quantile')) {
    assertClose(meanOf(values), mean, 1e-14);
    if (sd !== null) assertNear(Math.sqrt(varianceOf(values)), sd, 1e-14);
  }
});

test('a large common offset costs no digits: the variance of 0, 1, 2 is 1 wherever they stand', () => {
  assertClose(varianceOf([1e9, 1e9 + 1, 1e9 + 2]), 1, 1e-14);
});

test('adding moves the mean only; a factor squares in the variance', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2 }), (values) => {
      const moved = values.map((value) => 3 * value + 7);
      assertNear(meanOf(moved), 3 * meanOf(values) + 7, 1e-12);
      assertNear(varianceOf(moved), 9 * varianceOf(values), 1e-12);
    }),
  );
});

test('the second pass brings back the last digits: three times .1 has the mean .1', () => {
  assert.equal(meanOf([0.1, 0.1, 0.1]), 0.1);
  assert.equal(varianceOf([0.1, 0.1, 0.1]), 0);
});
