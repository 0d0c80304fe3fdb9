import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../../given.ts';
import { entry, type Matrix } from '../../linear/matrix.ts';
import { type CovarianceStructure, covarianceStructures, parametrise } from './covariance-structure.ts';

// Deviations 2, 3 and 4; what each structure makes of correlations .5 (lag 1) and .25 (lag 2): pinheiro1996, section 3.
const guess: Matrix = [
  [4, 3, 2],
  [3, 9, 6],
  [2, 6, 16],
];
const rows: readonly (readonly [structure: CovarianceStructure, free: number, expected: Matrix | undefined])[] = [
  ['unstructured', 6, guess],
  ['heterogeneous Toeplitz', 5, guess],
  ['heterogeneous autoregressive', 4, guess],
  [
    'heterogeneous compound symmetry',
    4,
    [
      [4, 3, 4],
      [3, 9, 6],
      [4, 6, 16],
    ],
  ],
  ['compound symmetry', 2, undefined],
];
for (const [structure, free, expected] of rows) {
  test(`${structure}: ${free} parameters, from the guess and back`, () => {
    const { start, at } = parametrise(structure, 3);
    const parameters = start(guess);
    const { covariance, derivatives } = at(parameters);
    assert.deepEqual([parameters.length, derivatives.length], [free, free]);
    expected?.flat().forEach((value, i) => {
      assertNear(covariance.flat()[i] ?? 0, value, 1e-12);
    });
  });
}

test('compound symmetry has one deviation, the geometric mean of the guess, and one correlation', () => {
  const { start, at } = parametrise('compound symmetry', 3);
  const { covariance } = at(start(guess));
  const variance = (2 * 3 * 4) ** (2 / 3);
  covariance.flat().forEach((value, i) => {
    assertNear(value, i % 4 === 0 ? variance : variance / 2, 1e-12);
  });
});

test('one visit alone: a variance under every structure', () => {
  for (const structure of covarianceStructures) {
    const { start, at } = parametrise(structure, 1);
    const { covariance, derivatives } = at(start([[9]]));
    assertNear(entry(covariance, 0, 0), 9, 1e-12);
    assert.equal(derivatives.length, 1);
  }
});

test('no start from what is no covariance', () => {
  assert.throws(
    () =>
      parametrise('unstructured', 2).start([
        [1, 2],
        [2, 1],
      ]),
    /first guess is not positive definite/,
  );
});

test('derivatives are the limits of differences', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...covarianceStructures),
      fc.array(fc.double({ min: -0.8, max: 0.8, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (structure, numbers) => {
        const { start, at } = parametrise(structure, 3);
        const parameters = numbers.slice(0, start(guess).length);
        const { derivatives } = at(parameters);
        derivatives.forEach((derivative, k) => {
          const moved = (by: number): Matrix => at(parameters.map((value, i) => value + (i === k ? by : 0))).covariance;
          const [up, down] = [moved(1e-5).flat(), moved(-1e-5).flat()];
          derivative.flat().forEach((value, i) => {
            assertNear(value, ((up[i] ?? 0) - (down[i] ?? 0)) / 2e-5, 1e-7);
          });
        });
      },
    ),
  );
});
