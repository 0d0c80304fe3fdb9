import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import { computeGeometricMean, type GeometricMean } from './geometric-mean.ts';

const geometric = (values: readonly number[]): GeometricMean => {
  const found = computeGeometricMean(values);
  assert.ok('method' in found);
  return found;
};

interface Row extends Readonly<Record<'geometric' | 'cv' | 'lower' | 'upper', number | null>> {
  readonly values: readonly number[];
}
for (const { values, geometric: expected, cv, lower, upper } of expectedOf<readonly Row[]>('quantile')) {
  test(`as R's exp(mean(log(x))) and t.test(log(x)) (evidence/oracles/quantile): ${values}`, () => {
    const { estimate, spread } = geometric(values);
    assertClose(estimate, expected ?? Number.NaN, 1e-13);
    if (cv !== null) assertNear(spread?.coefficientOfVariation ?? Number.NaN, cv, 1e-12);
    if (lower !== null) assertClose(spread?.interval.lower ?? Number.NaN, lower, 1e-11);
    if (upper !== null) assertClose(spread?.interval.upper ?? Number.NaN, upper, 1e-11);
    assert.equal(spread === undefined, values.length === 1);
  });
}

test('the geometric means of the public oracle', () => {
  type Output = { readonly geomean: number };
  for (const { input, output } of publicCases<{ readonly y: readonly number[] }, Output>('normal_ci_desc')) {
    assertClose(geometric(input.y).estimate, output.geomean, 1e-12);
  }
});

test('of 1, 10 and 100 it is 10; refuses zero and nothing at all (kirkwood1979)', () => {
  assertClose(geometric([1, 10, 100]).estimate, 10, 1e-15);
  assert.deepEqual(computeGeometricMean([1, 0]), { notEstimable: 'not above zero' });
  assert.deepEqual(computeGeometricMean([]), { notEstimable: 'no participants' });
});

test('the reciprocals have the reciprocal mean and the same variation', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2 }), (values) => {
      const [own, other] = [geometric(values), geometric(values.map((value) => 1 / value))];
      assertClose(other.estimate, 1 / own.estimate, 1e-10);
      assertNear(other.spread?.coefficientOfVariation ?? 0, own.spread?.coefficientOfVariation ?? 1, 1e-9);
    }),
  );
});
