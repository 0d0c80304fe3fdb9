import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '../../given.ts';
import { entry, type Matrix, matrixOf } from '../../linear/matrix.ts';
import { covarianceStructures, parametrise } from './covariance-structure.ts';
import { designSlopes, gradientOf, informationOf, sumsAt } from './information.ts';
import { arrangeRepeated, type RepeatedValue } from './repeated.ts';
import { restrictedLikelihoodAt } from './restricted-likelihood.ts';

type Row = { readonly observations: readonly RepeatedValue[] };
const sets = expectedOf<readonly Row[]>('mmrm').map(({ observations }) => arrangeRepeated(observations));
const away = (visits: number): Matrix =>
  matrixOf(visits, visits, (i, j) => (i === j ? 9 + i : 4 / (1 + Math.abs(i - j))));

test('the gradient is the limit of differences of the likelihood, under every structure', () => {
  for (const data of sets) {
    for (const structure of covarianceStructures) {
      const { start, at } = parametrise(structure, data.visits);
      const parameters = start(away(data.visits));
      const likelihood = (by: number, k: number): number =>
        restrictedLikelihoodAt(data, at(parameters.map((value, i) => value + (i === k ? by : 0))).covariance)
          ?.logLikelihood ?? Number.NaN;
      const here = restrictedLikelihoodAt(data, at(parameters).covariance);
      assert.ok(here);
      gradientOf(sumsAt(here), at(parameters).derivatives).forEach((slope, k) => {
        assertNear(slope, (likelihood(1e-4, k) - likelihood(-1e-4, k)) / 2e-4, 1e-4);
      });
    }
  }
});

/** The elements of the covariance themselves: linear, so that the observed information is the curvature. */
const elements = (visits: number): readonly Matrix[] =>
  Array.from({ length: visits }, (_, a) =>
    Array.from({ length: a + 1 }, (__, b) =>
      matrixOf(visits, visits, (i, j) => ((i === a && j === b) || (i === b && j === a) ? 1 : 0)),
    ),
  ).flat();

test('the observed information is minus the slope of the gradient, in the elements of the covariance', () => {
  for (const data of sets) {
    const derivatives = elements(data.visits);
    const gradient = (covariance: Matrix): readonly number[] => {
      const here = restrictedLikelihoodAt(data, covariance);
      assert.ok(here);
      return gradientOf(sumsAt(here), derivatives);
    };
    const centre = away(data.visits);
    const here = restrictedLikelihoodAt(data, centre);
    assert.ok(here);
    const observed = informationOf(sumsAt(here), derivatives, 'observed');
    derivatives.forEach((derivative, k) => {
      const moved = (by: number): readonly number[] =>
        gradient(centre.map((row, i) => row.map((value, j) => value + by * entry(derivative, i, j))));
      const [up, down] = [moved(1e-4), moved(-1e-4)];
      up.forEach((value, l) => {
        assertNear(entry(observed, k, l), -(value - (down[l] ?? 0)) / 2e-4, 1e-5);
      });
    });
  }
});

test('with one visit and nothing missing the expected information is (n − p) / 2σ⁴ (kenward1997)', () => {
  const data = arrangeRepeated(
    Array.from({ length: 9 }, (_, i) => ({
      participant: String(i),
      arm: i % 2 === 0 ? (1 as const) : (0 as const),
      visit: 0,
      value: i * i,
      covariates: [i],
      factors: [],
    })),
  );
  const here = restrictedLikelihoodAt(data, [[5]]);
  assert.ok(here);
  const sums = sumsAt(here);
  assertNear(entry(informationOf(sums, [[[1]]], 'expected'), 0, 0), 6 / (2 * 25), 1e-12);
  // X′V⁻¹ V⁻¹X is the inverse of Φ over σ²: its first entry is n / σ⁴.
  assertNear(designSlopes(sums, [[[1]]])[0]?.[0] ?? 0, 9 / 25, 1e-12);
});
