import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, expectedOf } from '../given.ts';
import {
  fitProportionalOdds,
  type OrderedObservation,
  type OrderedProblem,
  type ProportionalOdds,
} from './proportional-odds.ts';

const fitted = (result: ProportionalOdds | NotEstimable<OrderedProblem>): ProportionalOdds => {
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};
const one = (arm: 0 | 1, category: number, covariates: readonly number[] = []): OrderedObservation => ({
  arm,
  category,
  covariates,
});

interface Row extends Readonly<Record<'arm' | 'y' | 'cuts' | 'coefficients' | 'se', readonly number[]>> {
  readonly x: readonly (readonly number[])[];
  readonly logLik: number;
  readonly likelihoodRatioP: number;
}
for (const [set, row] of expectedOf<readonly Row[]>('proportional-odds').entries()) {
  test(`as R: set ${set + 1}, ${row.cuts.length + 1} categories, n ${row.y.length} (evidence/oracles/proportional-odds)`, () => {
    const found = fitted(
      fitProportionalOdds(row.y.map((category, i) => one(row.arm[i] === 1 ? 1 : 0, category, row.x[i] ?? []))),
    );
    row.cuts.forEach((value, i) => {
      assertNear(found.cuts[i] ?? Number.NaN, value, 1e-8);
    });
    row.coefficients.forEach((value, i) => {
      assertNear(found.coefficients[i] ?? Number.NaN, value, 1e-8);
    });
    row.se.forEach((value, i) => {
      assertNear(found.standardErrors[i] ?? Number.NaN, value, 1e-8);
    });
    assertNear(found.logLikelihood, row.logLik, 1e-12);
    assertNear(found.oddsRatio.likelihoodRatioTwoSided, row.likelihoodRatioP, 1e-8);
  });
}

const many = (arm: 0 | 1, category: number, count: number): readonly OrderedObservation[] =>
  Array.from({ length: count }, () => one(arm, category));

test('two categories: the odds ratio of a table and its error in closed form (mccullagh1980)', () => {
  const found = fitted(fitProportionalOdds([...many(1, 1, 16), ...many(1, 0, 4), ...many(0, 1, 7), ...many(0, 0, 13)]));
  assertClose(found.oddsRatio.estimate, (16 * 13) / (4 * 7), 1e-9);
  assertClose(found.standardErrors[0] ?? 0, Math.sqrt(1 / 16 + 1 / 4 + 1 / 7 + 1 / 13), 1e-9);
  assert.deepEqual(found.conventions, {
    confidence: 0.95,
    direction: 'higher category, arm 1 / arm 0',
    interval: 'Wald, observed information',
  });
});

test('a category that nobody is in is left out, and the result names the others', () => {
  const three = fitted(fitProportionalOdds([...many(1, 3, 5), ...many(1, 1, 4), ...many(0, 3, 2), ...many(0, 0, 6)]));
  const close = fitted(fitProportionalOdds([...many(1, 2, 5), ...many(1, 1, 4), ...many(0, 2, 2), ...many(0, 0, 6)]));
  assert.deepEqual(
    [three.categories, close.categories],
    [
      [0, 1, 3],
      [0, 1, 2],
    ],
  );
  assert.equal(three.oddsRatio.estimate, close.oddsRatio.estimate);
});

const refused: readonly (readonly [
  observations: readonly OrderedObservation[],
  expected: OrderedProblem,
  confidence?: number,
])[] = [
  [[one(1, 0, [Number.NaN]), one(0, 1, [1])], 'not a number'],
  [[one(1, 0.5), one(0, 1)], 'not a category'],
  [[one(1, -1), one(0, 1)], 'not a category'],
  [[one(1, 0), one(1, 1)], 'an arm without participants'],
  [[one(1, 2), one(0, 2)], 'fewer than two categories seen'],
  [[one(1, 0, [1]), one(0, 2, [0]), one(0, 1, [0])], 'terms that depend on one another'],
  [[...many(1, 2, 5), ...many(0, 0, 5)], 'no finite estimate'],
  [[...many(1, 2, 5), ...many(1, 1, 5), ...many(0, 1, 2), ...many(0, 0, 5)], 'confidence not between 0 and 1', 1],
];
for (const [observations, expected, confidence] of refused) {
  test(`refuses: ${expected}, ${observations.length} observations`, () => {
    assert.deepEqual(fitProportionalOdds(observations, confidence), { notEstimable: expected });
  });
}

const observation = fc.record({
  arm: fc.constantFrom<0 | 1>(0, 1),
  category: fc.nat(3),
  covariates: fc.tuple(fc.integer({ min: -5, max: 5 })),
});

test('exchanging arms, or turning the order of categories, inverts the odds ratio', () => {
  fc.assert(
    fc.property(fc.array(observation, { minLength: 12, maxLength: 40 }), (observations) => {
      const own = fitProportionalOdds(observations);
      fc.pre('method' in own);
      const turned = fitted(
        fitProportionalOdds(observations.map((each) => ({ ...each, arm: each.arm === 1 ? 0 : 1 }))),
      );
      const upsideDown = fitted(
        fitProportionalOdds(observations.map((each) => ({ ...each, category: 3 - each.category }))),
      );
      assertNear(turned.coefficients[0] ?? 0, -(own.coefficients[0] ?? 0), 1e-6);
      assertNear(upsideDown.coefficients[0] ?? 0, -(own.coefficients[0] ?? 0), 1e-6);
      assertNear(upsideDown.oddsRatio.waldTwoSided, own.oddsRatio.waldTwoSided, 1e-6);
    }),
    { numRuns: 60 },
  );
});
