import assert from 'node:assert/strict';
import test from 'node:test';
import { expectedOf } from '../../given.ts';
import { covarianceStructures } from './covariance-structure.ts';
import { gradientOf, sumsAt } from './information.ts';
import { maximiseLikelihood } from './maximise.ts';
import { arrangeRepeated, type RepeatedValue } from './repeated.ts';

type Row = { readonly observations: readonly RepeatedValue[]; readonly fits: readonly { readonly logLik: number }[] };
const sets = expectedOf<readonly Row[]>('mmrm');

test('the maximum of R to 1e-8, with no slope left, in few steps (evidence/oracles/mmrm)', () => {
  for (const { observations, fits } of sets) {
    const data = arrangeRepeated(observations);
    covarianceStructures.forEach((structure, i) => {
      const found = maximiseLikelihood(data, structure);
      assert.ok(typeof found !== 'string', structure);
      assert.ok(Math.abs(found.likelihood.logLikelihood - (fits[i]?.logLik ?? Number.NaN)) < 1e-8, structure);
      // Toeplitz of 16 people with drop-outs takes 45, where the search in R has not settled after 200.
      assert.ok(found.steps < 50, `${structure}: ${found.steps} steps`);
      const slopes = gradientOf(sumsAt(found.likelihood), found.at.derivatives);
      assert.ok(Math.max(...slopes.map(Math.abs)) < 1e-4, `${structure}: ${slopes}`);
    });
  }
});

test('a structure with more freedom is at least as likely', () => {
  for (const { observations } of sets) {
    const found = covarianceStructures.map((structure) => maximiseLikelihood(arrangeRepeated(observations), structure));
    const [un, toeplitz, regressive, symmetric, plain] = found.map((one) =>
      typeof one === 'string' ? Number.NaN : one.likelihood.logLikelihood,
    );
    assert.ok(un !== undefined && toeplitz !== undefined && regressive !== undefined);
    assert.ok(symmetric !== undefined && plain !== undefined);
    const slack = 1e-8;
    assert.ok(
      un > toeplitz - slack &&
        toeplitz > regressive - slack &&
        toeplitz > symmetric - slack &&
        symmetric > plain - slack,
    );
  }
});

const twice = (noise: number): readonly RepeatedValue[] =>
  Array.from({ length: 14 }, (_, i) =>
    [0, 1].map((visit) => ({
      participant: String(i),
      arm: i % 2 === 0 ? (1 as const) : (0 as const),
      visit,
      value: ((5 * i) % 13) + visit * noise * ((3 * i) % 7),
      covariates: [],
      factors: [],
    })),
  ).flat();

test('a visit that repeats another: the covariance has no inside maximum; with noise it has', () => {
  assert.equal(maximiseLikelihood(arrangeRepeated(twice(0)), 'unstructured'), 'covariance on its border');
  assert.ok(typeof maximiseLikelihood(arrangeRepeated(twice(0.5)), 'unstructured') !== 'string');
});

test('terms that cannot be told apart have no maximum', () => {
  const data = arrangeRepeated(twice(1).map((one) => ({ ...one, covariates: [one.arm] })));
  assert.equal(maximiseLikelihood(data, 'compound symmetry'), 'covariance on its border');
});
