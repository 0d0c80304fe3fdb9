import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import {
  type CountObservation,
  type CountProblem,
  fitNegativeBinomial,
  type NegativeBinomial,
} from './negative-binomial.ts';

const fitted = (result: NegativeBinomial | NotEstimable<CountProblem>): NegativeBinomial => {
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

interface Input extends Readonly<Record<'y' | 'arm' | 'time', readonly number[]>> {
  readonly x?: readonly number[] | null;
}
const observe = ({ y, arm, time, x }: Input): readonly CountObservation[] =>
  y.map((events, i) => ({
    arm: arm[i] === 1 ? 1 : 0,
    events,
    time: time[i] ?? Number.NaN,
    covariates: x ? [x[i] ?? Number.NaN] : [],
  }));

interface Output extends Readonly<Record<'theta' | 'loglik' | 'rateRatio', number>> {
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly ci: { readonly lower: number; readonly upper: number };
}
// R's MASS::glm.nb: evidence/oracles/public/statistics.json, to the tolerances that it names.
for (const { id, input, output } of publicCases<Input, Output>('neg_binomial')) {
  test(`as R: ${id}`, () => {
    const found = fitted(fitNegativeBinomial(observe(input)));
    output.coef.forEach((value, i) => {
      assertNear(found.coefficients[i] ?? 0, value, 1e-6);
    });
    output.se.forEach((value, i) => {
      assertNear(found.standardErrors[i] ?? 0, value, 1e-5);
    });
    assertClose(found.theta ?? 0, output.theta, 1e-4);
    assertNear(found.logLikelihood, output.loglik, 1e-6);
    assertNear(found.rateRatio.estimate, output.rateRatio, 1e-5);
    assertNear(found.rateRatio.lower, output.ci.lower, 1e-5);
    assertNear(found.rateRatio.upper, output.ci.upper, 1e-5);
  });
}

interface Row extends Input, Readonly<Record<'coefficients' | 'se', readonly number[]>> {
  readonly theta: number | null;
  readonly logLik: number;
}
const rows = expectedOf<readonly Row[]>('negative-binomial');
for (const [set, row] of rows.entries()) {
  test(`as R at its maximum: set ${set + 1}, theta ${row.theta} (evidence/oracles/negative-binomial)`, () => {
    const found = fitted(fitNegativeBinomial(observe(row)));
    row.coefficients.forEach((value, i) => {
      assertNear(found.coefficients[i] ?? 0, value, 1e-7);
    });
    row.se.forEach((value, i) => {
      assertNear(found.standardErrors[i] ?? 0, value, 1e-7);
    });
    assertNear(found.logLikelihood, row.logLik, 1e-10);
    assert.equal(found.theta === undefined, row.theta === null);
    assert.equal(found.conventions.overdispersion === 'none found: Poisson', row.theta === null);
    if (row.theta !== null) assertClose(found.theta ?? 0, row.theta, 1e-6);
  });
}

const one = (arm: 0 | 1, events: number, time = 1, covariates: readonly number[] = []): CountObservation => ({
  arm,
  events,
  time,
  covariates,
});

test('without covariates and with equal times the ratio is that of the means (lawless1987)', () => {
  const found = fitted(fitNegativeBinomial([one(0, 0), one(0, 9), one(0, 3), one(1, 0), one(1, 1), one(1, 5)]));
  assertClose(found.rateRatio.estimate, 6 / 12, 1e-9);
  assertNear(found.coefficients[0] ?? 0, Math.log(4), 1e-9);
  assert.ok((found.theta ?? 0) > 0);
});

const refused: readonly (readonly [
  observations: readonly CountObservation[],
  expected: CountProblem,
  confidence?: number,
])[] = [
  [[one(0, 1.5), one(1, 1)], 'not a number'],
  [[one(0, -1), one(1, 1)], 'not a number'],
  [[one(0, 1, 1, [Number.NaN]), one(1, 1)], 'not a number'],
  [[one(0, 1, 0), one(1, 1)], 'time not above zero'],
  [[one(0, 1), one(1, 0)], 'no events in an arm'],
  [[one(1, 1)], 'no events in an arm'],
  [[one(0, 1, 1, [0]), one(0, 2, 1, [0]), one(1, 1, 1, [1]), one(1, 4, 1, [1])], 'terms that depend on one another'],
  [[one(0, 1), one(1, 1)], 'confidence not between 0 and 1', 1],
];
for (const [observations, expected, confidence] of refused) {
  test(`refuses: ${expected}, ${observations.length} observations`, () => {
    assert.deepEqual(fitNegativeBinomial(observations, confidence), { notEstimable: expected });
  });
}

const observation = fc.record({
  arm: fc.constantFrom<0 | 1>(0, 1),
  events: fc.nat(12),
  time: fc.double({ min: 0.2, max: 3, noNaN: true }),
  covariates: fc.constant([]),
});

test('exchanging arms inverts the ratio; another unit of time leaves it', () => {
  fc.assert(
    fc.property(fc.array(observation, { minLength: 6, maxLength: 25 }), (observations) => {
      const own = fitNegativeBinomial(observations);
      fc.pre('method' in own);
      const turned = fitted(
        fitNegativeBinomial(observations.map((each) => ({ ...each, arm: each.arm === 1 ? 0 : 1 }))),
      );
      const days = fitted(fitNegativeBinomial(observations.map((each) => ({ ...each, time: 365.25 * each.time }))));
      assertNear(Math.log(turned.rateRatio.estimate), -Math.log(own.rateRatio.estimate), 1e-6);
      assertNear(Math.log(days.rateRatio.upper), Math.log(own.rateRatio.upper), 1e-6);
    }),
    { numRuns: 50 },
  );
});
