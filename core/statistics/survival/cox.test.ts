import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalTwoSided } from '../distributions/normal.ts';
import { assertClose, assertNear, assertSays } from '../given.ts';
import { type CoxModel, type CoxProblem, fitCox } from './cox.ts';
import type { CoxRow } from './cox-data.ts';
import { type Columns, coxRowsOf, type ExpectedCox, estimable, timeToEventSets, twoPublicCases } from './given.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R` (`cox1972`).

interface PublicFit
  extends Readonly<Record<'coef' | 'se' | 'hr' | 'lower' | 'upper' | 'lrt' | 'wald' | 'score', number>> {
  readonly loglik: readonly [number, number];
}
type PublicTies = Readonly<Record<'efron' | 'breslow', PublicFit>>;
interface PublicOutput {
  readonly arm: PublicTies;
  readonly armPlusX: PublicTies;
  readonly stratified: PublicFit;
}

const assertFit = (found: CoxModel, expected: PublicFit): void => {
  const [term] = found.terms;
  assert.ok(term !== undefined);
  assertNear(term.estimate, expected.coef, 1e-11);
  assertNear(term.standardError, expected.se, 1e-11);
  assertNear(term.hazardRatio, expected.hr, 1e-11);
  assertNear(term.lower, expected.lower, 1e-11);
  assertNear(term.upper, expected.upper, 1e-11);
  assertNear(found.logLikelihood.withoutCovariates, expected.loglik[0], 1e-12);
  assertNear(found.logLikelihood.fitted, expected.loglik[1], 1e-12);
  assertNear(found.likelihoodRatio.statistic, expected.lrt, 1e-11);
  assertNear(found.wald.statistic, expected.wald, 1e-11);
  assertNear(found.score.statistic, expected.score, 1e-11);
};

for (const { id, input, output } of twoPublicCases<Columns, PublicOutput>('cox')) {
  const models = [
    ['arm', output.arm],
    ['arm and x', output.armPlusX],
  ] as const;
  for (const [model, expected] of models) {
    test(`public ${id}: ${model}`, () => {
      assertFit(estimable(fitCox(coxRowsOf(input, model))), expected.efron);
      assertFit(estimable(fitCox(coxRowsOf(input, model), 'Breslow')), expected.breslow);
    });
  }
  test(`public ${id}: stratified`, () => {
    assertFit(estimable(fitCox(coxRowsOf(input, 'arm within strata'))), output.stratified);
  });
}

const assertModel = (result: ReturnType<typeof fitCox>, expected: ExpectedCox): void => {
  if (expected.isMonotone) {
    assert.deepEqual(result, { notEstimable: 'monotone likelihood' });
    return;
  }
  const found = estimable(result);
  found.terms.forEach((term, j) => {
    assertNear(term.estimate, expected.estimates[j] ?? Number.NaN, 1e-9);
    assertNear(term.standardError, expected.standardErrors[j] ?? Number.NaN, 1e-9);
    assertClose(term.standardError ** 2, found.covariance[j]?.[j] ?? Number.NaN, 1e-14);
  });
  assertNear(found.logLikelihood.fitted, expected.logLikelihood[1], 1e-12);
  assertNear(found.wald.statistic, expected.wald, 1e-8);
  assertNear(found.score.statistic, expected.score, 1e-9);
};
for (const set of timeToEventSets()) {
  test(`R coxph, ${set.name}`, () => {
    assertModel(fitCox(coxRowsOf(set, 'arm and x'), 'Efron'), set.efron);
    assertModel(fitCox(coxRowsOf(set, 'arm and x'), 'Breslow'), set.breslow);
    assertModel(fitCox(coxRowsOf(set, 'arm within strata')), set.strata);
  });
}

test('by hand: events of arms 1, 0, 1 in turn, the last of arm 0 censored: h/(2h+2) · 1/(h+2) · h/(h+1) is largest', () => {
  const columns = { time: [1, 2, 3, 4], status: [1, 1, 1, 0], arm: [1, 0, 1, 0] };
  const [term] = estimable(fitCox(coxRowsOf(columns, 'arm'))).terms;
  const likelihood = (h: number): number => (h / (2 * h + 2)) * (1 / (h + 2)) * (h / (h + 1));
  const best = term?.hazardRatio ?? Number.NaN;
  for (const other of [0.9, 0.99, 1.01, 1.1]) assert.ok(likelihood(best) > likelihood(best * other));
});

const row = (time: number, event: boolean, ...covariates: readonly number[]): CoxRow => ({ time, event, covariates });
const refusals: readonly (readonly [rows: readonly CoxRow[], expected: CoxProblem])[] = [
  [[], 'no participants'],
  [[row(-1, true, 1)], 'time not a number from 0'],
  [[row(1, true)], 'no covariate'],
  [[row(1, true, 1), row(2, true)], 'covariate not a number'],
  [[row(1, true, 1), row(2, true, Number.NaN)], 'covariate not a number'],
  [[row(1, false, 1), row(2, false, 0)], 'no events'],
  [[row(1, true, 1), row(2, true, 1)], 'no information'],
  [[row(1, true, 1), row(2, true, 1), row(3, false, 0)], 'monotone likelihood'],
];
for (const [rows, expected] of refusals) {
  test(`${JSON.stringify(rows)}: ${expected}`, () => assert.deepEqual(fitCox(rows), { notEstimable: expected }));
}

test('exchanging the arms inverts the hazard ratio; order, and the scale of time and x, change nothing', () => {
  const [set] = timeToEventSets();
  assert.ok(set !== undefined);
  const rows = coxRowsOf(set, 'arm and x');
  const [plain] = estimable(fitCox(rows)).terms;
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.boolean(), (scale, isTurned) => {
      const other = (isTurned ? rows.toReversed() : rows).map(({ time, event, covariates: [arm = 0, x = 0] }) =>
        row(time * 7, event, 1 - arm, x * scale),
      );
      const [term] = estimable(fitCox(other)).terms;
      assert.ok(term !== undefined && plain !== undefined);
      assertNear(term.hazardRatio, 1 / plain.hazardRatio, 1e-9);
      assertNear(term.lower, 1 / plain.upper, 1e-9);
    }),
    { numRuns: 30 },
  );
});

const few: readonly CoxRow[] = [
  { time: 1, event: true, covariates: [1] },
  { time: 2, event: true, covariates: [0] },
  { time: 3, event: true, covariates: [1] },
  { time: 4, event: false, covariates: [0] },
];
test('a result says by which method and conventions it was found', () => {
  assertSays(fitCox(few), 'cox/1', { ties: 'Efron', confidence: 0.95, interval: 'Wald' });
  const model = estimable(fitCox(few));
  assert.deepEqual([model.participants, model.events], [4, 3]);
  for (const { estimate, standardError, z, twoSided } of model.terms) {
    assert.equal(z, estimate / standardError);
    assertClose(twoSided, normalTwoSided(z), 1e-14);
  }
});
