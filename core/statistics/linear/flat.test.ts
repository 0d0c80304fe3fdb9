import assert from 'node:assert/strict';
import test from 'node:test';
import { addOuter, addScaled, dotFlat, flatOf, fromFlat } from './flat.ts';

// By hand (golub2013, chapter 1).
const matrix = [
  [1, 2, 3],
  [4, 5, 6],
];

test('rows behind one another, and back', () => {
  assert.deepEqual([...flatOf(matrix)], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(fromFlat(flatOf(matrix), 3), matrix);
  assert.deepEqual(fromFlat(new Float64Array(0), 0), []);
});

test('sums in place', () => {
  const sum = flatOf(matrix);
  addScaled(sum, Float64Array.of(1, 0, 0, 0, 0, -1), 2);
  assert.deepEqual([...sum], [3, 2, 3, 4, 5, 4]);
  addScaled(sum, Float64Array.of(Number.NaN), 0);
  assert.deepEqual([...sum], [3, 2, 3, 4, 5, 4]);
  addOuter(sum, [1, 0], [10, 20, 30]);
  assert.deepEqual([...sum], [13, 22, 33, 4, 5, 4]);
});

test('the sum of products is the trace of a·b′', () => {
  assert.equal(dotFlat(flatOf(matrix), flatOf(matrix)), 91);
});
