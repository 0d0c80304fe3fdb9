import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import {
  drawVisitRegressions,
  type MonotoneParticipant,
  refuseMonotone,
  seenVisits,
  visitModelOf,
} from './visit-regressions.ts';

const person = (
  values: MonotoneParticipant['values'],
  arm: 0 | 1 = 1,
  covariates: readonly number[] = [],
): MonotoneParticipant => ({
  arm,
  covariates,
  values,
});

const rows: readonly (readonly [values: MonotoneParticipant['values'], seen: number, problem: string | undefined])[] = [
  [[1, 2, 3], 3, undefined],
  [[1, undefined, undefined], 1, undefined],
  [[undefined, undefined, undefined], 0, undefined],
  [[undefined, 2, undefined], 0, 'missing between observed visits'],
  [[1, undefined, 3], 1, 'missing between observed visits'],
];
for (const [values, seen, problem] of rows) {
  test(`${JSON.stringify(values)}: ${seen} seen, ${problem ?? 'monotone'}`, () => {
    assert.equal(seenVisits(person(values)), seen);
    assert.equal(refuseMonotone([person(values)]), problem);
  });
}

test('other refusals, in their order', () => {
  assert.equal(refuseMonotone([person([1]), person([1], 1, [2])]), 'visits of different number');
  assert.equal(refuseMonotone([person([1, undefined, Number.POSITIVE_INFINITY])]), 'not a number');
  assert.equal(refuseMonotone([person([1], 0, [Number.NaN])]), 'not a number');
});

// By hand (rubin1987, section 5.3): arms 1, 3 and 6, 8; means 2 and 7, residual squares 4 on 2 df.
test('one visit: the variance from χ², then the coefficients, from the numbers in that order', () => {
  const numbers = [1, 1, 0, 0];
  const people = [person([1], 0), person([3], 0), person([6], 1), person([8], 1)];
  const drawn = drawVisitRegressions(people, () => numbers.shift() ?? Number.NaN);
  assert.ok(!('notEstimable' in drawn));
  assertNear(drawn[0]?.variance ?? 0, 4 / 2, 1e-12);
  [2, 5].forEach((value, i) => {
    assertNear(drawn[0]?.coefficients[i] ?? 0, value, 1e-12);
  });
  const moved = [1, 1, 1, 0];
  const other = drawVisitRegressions(people, () => moved.shift() ?? Number.NaN);
  assert.ok(!('notEstimable' in other));
  // (X′X)⁻¹ is [[1/2, −1/2], [−1/2, 1]]: the first column of its triangle is (√½, −√½); the variance is 2.
  assertNear(other[0]?.coefficients[0] ?? 0, 2 + 1, 1e-12);
  assertNear(other[0]?.coefficients[1] ?? 0, 5 - 1, 1e-12);
});

test('the joint distribution of two regressions, by hand', () => {
  // y1 = 1 + 2 arm + 3 x + e1 (variance 4); y2 = 5 − arm + ½ x + ½ y1 + e2 (variance 1).
  const regressions = [
    { coefficients: [1, 2, 3], variance: 4 },
    { coefficients: [5, -1, 0.5, 0.5], variance: 1 },
  ];
  assert.deepEqual(visitModelOf(regressions, 1, [10]), {
    ownMeans: [33, 25.5],
    referenceMeans: [31, 25.5],
    covariance: [
      [4, 2],
      [2, 2],
    ],
  });
});

test('for the reference arm both means are the same; the covariance is symmetric and grows with the errors', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(number, number, number, fc.double({ min: 0.1, max: 3, noNaN: true }), (a, b, c, variance) => {
      const { ownMeans, referenceMeans, covariance } = visitModelOf(
        [
          { coefficients: [a, b], variance },
          { coefficients: [b, c, a], variance: 1 },
        ],
        0,
        [],
      );
      assert.deepEqual(ownMeans, referenceMeans);
      assertNear(covariance[0]?.[1] ?? 0, covariance[1]?.[0] ?? 1, 1e-12);
      assert.ok((covariance[1]?.[1] ?? 0) >= 1 - 1e-12);
      assertNear(covariance[0]?.[0] ?? 0, variance, 1e-12);
    }),
  );
});
