import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear } from '../given.ts';
import {
  choleskyOf,
  invertFromCholesky,
  invertSymmetric,
  logDeterminantFromCholesky,
  solveLower,
  solveLowerTransposed,
  solveSymmetric,
} from './cholesky.ts';
import { type Matrix, matrixOf, product, timesVector, transposed } from './matrix.ts';

// A triangle chosen with whole numbers, its square by hand (golub2013, section 4.2).
const lower: Matrix = [
  [2, 0, 0],
  [6, 1, 0],
  [-8, 5, 3],
];
const square: Matrix = [
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
];

test('the triangle, the solution and the determinant of a matrix known by hand', () => {
  assert.deepEqual(choleskyOf(square), lower);
  assert.deepEqual(solveSymmetric(square, [0, 6, 39]), [1, 1, 1]);
  assert.deepEqual(solveLower(lower, [2, 7, 0]), [1, 1, 1]);
  assert.deepEqual(solveLowerTransposed(lower, [0, 6, 3]), [1, 1, 1]);
  assertClose(logDeterminantFromCholesky(lower), Math.log(36), 1e-15);
});

const refused: readonly (readonly [why: string, matrix: Matrix])[] = [
  [
    'indefinite',
    [
      [1, 2],
      [2, 1],
    ],
  ],
  [
    'singular',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'singular but for rounding',
    [
      [0.1, 0.3],
      [0.3, 0.9],
    ],
  ],
  ['negative', [[-1]]],
  ['zero', [[0]]],
  ['not a number', [[Number.NaN]]],
];
for (const [why, matrix] of refused) {
  test(`no triangle: ${why}`, () => {
    assert.equal(choleskyOf(matrix), undefined);
    assert.equal(invertSymmetric(matrix), undefined);
    assert.equal(solveSymmetric(matrix, [1, 1]), undefined);
  });
}

test('a matrix of the size nought is its own inverse', () => assert.deepEqual(invertSymmetric([]), []));

const size = 4;
const triangles = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size * size, maxLength: size * size })
  .map((values) => matrixOf(size, size, (i, j) => (j > i ? 0 : (values[size * i + j] ?? 0) + (i === j ? 3 : 0))));

test('the triangle comes back from its square; matrix times inverse is one; the inverse is symmetric', () => {
  fc.assert(
    fc.property(triangles, (triangle) => {
      const matrix = product(triangle, transposed(triangle));
      const found = choleskyOf(matrix);
      assert.ok(found);
      found.flat().forEach((value, i) => {
        assertNear(value, triangle.flat()[i] ?? 0, 1e-10);
      });
      const inverse = invertFromCholesky(found);
      assert.deepEqual(transposed(inverse), inverse);
      product(matrix, inverse).forEach((row, i) => {
        row.forEach((value, j) => {
          assertNear(value, i === j ? 1 : 0, 1e-8);
        });
      });
      const solved = solveSymmetric(matrix, timesVector(matrix, [1, -2, 3, 0.5]));
      [1, -2, 3, 0.5].forEach((value, i) => {
        assertNear(solved?.[i] ?? Number.NaN, value, 1e-8);
      });
    }),
  );
});
