import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import { solveLeastSquares } from './householder.ts';
import { dot, type Matrix, timesVector, transposed } from './matrix.ts';

// By hand from the normal equations (golub2013, section 5.3): the line is 3.5 + 1.4 x.
test('a line through four points', () => {
  const design = [1, 2, 3, 4].map((x) => [1, x]);
  const fit = solveLeastSquares(design, [6, 5, 7, 10]);
  assert.ok(fit);
  [3.5, 1.4].forEach((value, i) => {
    assertNear(fit.coefficients[i] ?? 0, value, 1e-14);
  });
  // Residuals 1.1, −1.3, −0.7 and 0.9; (X′X)⁻¹ of 4, 10, 30 is [[1.5, −0.5], [−0.5, 0.2]].
  assertNear(fit.residualSumOfSquares, 4.2, 1e-13);
  assert.equal(fit.residualDf, 2);
  [1.5, -0.5, -0.5, 0.2].forEach((value, i) => {
    assertNear(fit.unscaledCovariance.flat()[i] ?? 0, value, 1e-14);
  });
});

test('columns so nearly alike that the normal equations would see one: Läuchli’s matrix (golub2013, 5.3)', () => {
  const small = 1e-7;
  const fit = solveLeastSquares(
    [
      [1, 1],
      [small, 0],
      [0, small],
    ],
    [2, small, small],
  );
  assert.ok(fit);
  [1, 1].forEach((value, i) => {
    assertNear(fit.coefficients[i] ?? 0, value, 1e-8);
  });
});

const refused: readonly (readonly [why: string, design: Matrix])[] = [
  ['more columns than rows', [[1, 2]]],
  ['no columns', [[], []]],
  [
    'a column twice',
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    'a column of zeros',
    [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
  ],
  [
    'indicators that add up to the intercept',
    [
      [1, 1, 0],
      [1, 0, 1],
      [1, 1, 0],
      [1, 0, 1],
    ],
  ],
  [
    'a column so small that its squares are zero',
    [
      [1, 0],
      [1, 2e-162],
      [1, 0],
    ],
  ],
  ['fewer rows than columns', [[1, 2, 3]]],
  ['no rows', []],
];
for (const [why, design] of refused) {
  test(`not solved: ${why}`, () => {
    assert.equal(
      solveLeastSquares(
        design,
        design.map(() => 1),
      ),
      undefined,
    );
  });
}

const number = fc.double({ min: -5, max: 5, noNaN: true });
const observations = fc.array(fc.tuple(number, number, number), { minLength: 5, maxLength: 20 });

test('residuals stand at right angles to every column; moving the values moves the intercept alone', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const design = rows.map(([a, b]) => [1, a, b]);
      const values = rows.map(([, , y]) => y);
      const fit = solveLeastSquares(design, values);
      fc.pre(fit !== undefined && Math.max(...fit.unscaledCovariance.flat()) < 1e4);
      const residuals = timesVector(design, fit.coefficients).map((predicted, i) => (values[i] ?? 0) - predicted);
      for (const column of transposed(design)) assertNear(dot(column, residuals), 0, 1e-9);
      assertNear(dot(residuals, residuals), fit.residualSumOfSquares, 1e-9);
      const moved = solveLeastSquares(
        design,
        values.map((y) => y + 10),
      );
      [10, 0, 0].forEach((by, i) => {
        assertNear(moved?.coefficients[i] ?? 0, (fit.coefficients[i] ?? 0) + by, 1e-8);
      });
    }),
  );
});
