import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dot, entry, type Matrix, matrixOf, product, quadraticForm, timesVector, transposed } from './matrix.ts';

// By hand, from the definitions in golub2013, chapter 1.
const a: Matrix = [
  [1, 2],
  [3, 4],
  [5, 6],
];

test('shapes and entries', () => {
  assert.deepEqual(transposed(a), [
    [1, 3, 5],
    [2, 4, 6],
  ]);
  assert.equal(entry(a, 2, 1), 6);
  assert.deepEqual(
    matrixOf(2, 3, (i, j) => 10 * i + j),
    [
      [0, 1, 2],
      [10, 11, 12],
    ],
  );
  assert.deepEqual(transposed([]), []);
});

test('an index outside is a broken program', () => {
  assert.throws(() => entry(a, 3, 0), /no entry at row 3, column 0/);
  assert.throws(() => entry(a, 0, 2), /no entry at row 0, column 2/);
});

test('products', () => {
  assert.equal(dot([1, 2, 3], [4, 5, 6]), 32);
  assert.deepEqual(timesVector(a, [1, -1]), [-1, -1, -1]);
  assert.deepEqual(product(transposed(a), a), [
    [35, 44],
    [44, 56],
  ]);
  assert.equal(
    quadraticForm(
      [
        [2, 1],
        [1, 3],
      ],
      [1, 2],
    ),
    18,
  );
});

const square = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});

test('(AB)′ = B′A′', () => {
  fc.assert(
    fc.property(square, square, (one, other) => {
      // Adding zero turns −0 into 0.
      const plain = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => value + 0));
      assert.deepEqual(plain(transposed(product(one, other))), plain(product(transposed(other), transposed(one))));
    }),
  );
});
