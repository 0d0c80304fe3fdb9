import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, estimated, expectedOf, publicCases } from '../given.ts';
import { fitFirthLogistic } from './firth-logistic.ts';
import { type ArmAndX, armAndX, logisticRows, responseOf } from './given.ts';

interface Row extends Readonly<Record<'value' | 'lower' | 'upper' | 'ratio' | 'ratioP', number>> {
  readonly name: string;
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
}
const rows = expectedOf<readonly Row[]>('firth-logistic');
test('the oracle, evidence/oracles/firth-logistic, has its rows', () => assert.equal(rows.length, 14));
for (const [index, { name, coefficients, errors, ...expected }] of rows.entries()) {
  test(`as base R: ${name}`, () => {
    const data = logisticRows()[index];
    assert.equal(data?.name, name);
    const fit = estimated(fitFirthLogistic(responseOf(data?.y ?? [], data?.columns ?? [])));
    fit.coefficients.forEach(({ estimate, standardError }, at) => {
      assertNear(estimate, coefficients[at] ?? Number.NaN, 1e-8, 'coefficient');
      assertNear(standardError, errors[at] ?? Number.NaN, 1e-8, 'standard error');
    });
    assertNear(fit.penalisedLogLikelihood, expected.value, 1e-11, 'penalised log-likelihood');
    const first = fit.coefficients[1];
    assertNear(Number(first?.lower), expected.lower, 1e-6, 'lower');
    assertNear(Number(first?.upper), expected.upper, 1e-6, 'upper');
    assertNear(first?.likelihoodRatio.statistic ?? Number.NaN, expected.ratio, 1e-9, 'likelihood ratio');
    assertNear(first?.likelihoodRatio.twoSided ?? Number.NaN, expected.ratioP, 1e-6, 'its p');
  });
}

interface Output {
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly penLoglik: number;
  readonly plrP: number;
  readonly profileCI: { readonly lower: number; readonly upper: number };
}
for (const { id, input, output } of publicCases<ArmAndX, Output>('firth_logistic')) {
  test(`public: ${id}`, () => {
    const { coefficients, penalisedLogLikelihood } = estimated(fitFirthLogistic(armAndX(input)));
    coefficients.forEach(({ estimate, standardError }, index) => {
      assertNear(estimate, output.coef[index] ?? Number.NaN, 1e-9);
      assertNear(standardError, output.se[index] ?? Number.NaN, 1e-9);
    });
    assertNear(penalisedLogLikelihood, output.penLoglik, 1e-11);
    const arm = coefficients[1];
    assertNear(arm?.likelihoodRatio.twoSided ?? Number.NaN, output.plrP, 1e-9);
    assertNear(Number(arm?.lower), output.profileCI.lower, 1e-7);
    assertNear(Number(arm?.upper), output.profileCI.upper, 1e-7);
  });
}

const cell = fc.integer({ min: 0, max: 12 });
test('with an arm alone it is the odds ratio of the counts with a half added to each cell (heinze2002)', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      fc.pre(a + b > 0 && c + d > 0 && a + b + c + d > 2);
      const y = [a, b, c, d].flatMap((count, index) => Array.from({ length: count }, () => (index + 1) % 2));
      const arm = y.map((_, who) => (who < a + b ? 1 : 0));
      const found = estimated(fitFirthLogistic(responseOf(y, [{ name: 'arm', values: arm }]))).coefficients[1];
      assertClose(Math.exp(found?.estimate ?? Number.NaN), ((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5)), 1e-8);
    }),
    { numRuns: 60 },
  );
});

test('the interval leaves 0 out exactly when its test rejects', () => {
  for (const { y, columns } of logisticRows()) {
    for (const { lower, upper, likelihoodRatio } of estimated(fitFirthLogistic(responseOf(y, columns))).coefficients) {
      assert.equal(likelihoodRatio.twoSided < 0.05, Number(lower) > 0 || Number(upper) < 0);
    }
  }
});

type Person = readonly [x: number, z: number, responded: boolean];
// Here the profile of the intercept bends so sharply that it has to be walked along.
const bent: readonly Person[] = [
  [3, 0, true],
  [0, 0, false],
  [2, 0, false],
  [1, -300, true],
  [3, 300, false],
  [2, 0, false],
  [-1, 0, false],
  [3, 0, true],
];

test('independent columns always have estimates and ends, separated or not', () => {
  const person = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -300, max: 300 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(person, { minLength: 4, maxLength: 20 }), (people: readonly Person[]) => {
      const fit = fitFirthLogistic({
        responses: people.map(([, , responded]) => responded),
        columns: [
          { name: 'x', values: people.map(([x]) => x) },
          { name: 'z', values: people.map(([, z]) => z) },
        ],
      });
      fc.pre(!('notEstimable' in fit && fit.notEstimable === 'columns not independent'));
      for (const { lower, estimate, upper } of estimated(fit).coefficients) {
        assert.ok(Number(lower) < estimate && estimate < Number(upper));
      }
    }),
    { numRuns: 60, examples: [[[...bent]]] },
  );
});

test('refuses what is no model', () => {
  assert.deepEqual(fitFirthLogistic(responseOf([], [])), { notEstimable: 'no participants' });
  const constant = responseOf([1, 0, 1], [{ name: 'x', values: [2, 2, 2] }]);
  assert.deepEqual(fitFirthLogistic(constant), { notEstimable: 'columns not independent' });
});
