import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, assertNear, expectedOf } from '../../given.ts';
import type { Matrix } from '../../linear/matrix.ts';
import { arrangeRepeated, type RepeatedValue } from './repeated.ts';
import { residualsOf, restrictedLikelihoodAt } from './restricted-likelihood.ts';

interface Row {
  readonly observations: readonly RepeatedValue[];
  readonly fits: readonly {
    readonly logLik: number;
    readonly covariance: Matrix;
    readonly visits: readonly { readonly difference: { readonly estimate: number; readonly model: number } }[];
  }[];
}

test('at the covariances that R found, the log-likelihood, estimates and errors of R (evidence/oracles/mmrm)', () => {
  for (const { observations, fits } of expectedOf<readonly Row[]>('mmrm')) {
    const data = arrangeRepeated(observations);
    for (const { logLik, covariance, visits } of fits) {
      const found = restrictedLikelihoodAt(data, covariance);
      assert.ok(found);
      assertClose(found.logLikelihood, logLik, 1e-10);
      visits.forEach(({ difference }, visit) => {
        // Columns of a visit: intercept, arm, baseline.
        const column = 3 * visit + 1;
        assertNear(found.coefficients[column] ?? 0, difference.estimate, 1e-9);
        assertClose(Math.sqrt(found.covariance[column]?.[column] ?? 0), difference.model, 1e-9);
      });
    }
  }
});

const one = (participant: number, value: number): RepeatedValue => ({
  participant: String(participant),
  arm: participant % 2 === 0 ? 0 : 1,
  visit: 0,
  value,
  covariates: [],
  factors: [],
});

test('two arms of two, one visit, variance 2: by hand from patterson1971', () => {
  const data = arrangeRepeated([one(0, 1), one(1, 5), one(2, 3), one(3, 9)]);
  const found = restrictedLikelihoodAt(data, [[2]]);
  assert.ok(found);
  // Means 2 and 7, residual squares 2 + 8; ln|V| = 4 ln 2; |X′V⁻¹X| = 2·1 − 1 = 1.
  assertNear(found.logLikelihood, -(2 * Math.log(2 * Math.PI) + 4 * Math.log(2) + 10 / 2) / 2, 1e-14);
  assert.deepEqual(
    found.coefficients.map((value) => Math.round(1e12 * value) / 1e12),
    [2, 5],
  );
  const rests = data.patterns.flatMap((pattern) => residualsOf(pattern, [2, 5]).flat());
  assert.deepEqual(rests, [-1, -2, 1, 2]);
});

test('none where the covariance is none, or where an arm is empty', () => {
  const data = arrangeRepeated([one(0, 1), one(1, 5), one(2, 3)]);
  assert.equal(restrictedLikelihoodAt(data, [[-1]]), undefined);
  assert.equal(restrictedLikelihoodAt(data, [[Number.NaN]]), undefined);
  assert.equal(restrictedLikelihoodAt(arrangeRepeated([one(0, 1), one(2, 5)]), [[1]]), undefined);
});
