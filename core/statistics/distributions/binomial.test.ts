import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { binomialLowerTail, binomialUpperTail } from './binomial.ts';

// Exact fractions, worked out by hand or as sums of powers of two.
const rows: readonly (readonly [x: number, n: number, p: number, upper: number, lower: number])[] = [
  [0, 1, 0.25, 1, 0.75],
  [1, 1, 0.25, 0.25, 1],
  [2, 3, 0.5, 4 / 8, 7 / 8],
  [3, 4, 0.25, 13 / 256, 255 / 256],
  [20, 20, 0.5, 2 ** -20, 1],
  [0, 1000, 0.5, 1, 2 ** -1000],
  [-1, 5, 0.5, 1, 0],
  [6, 5, 0.5, 0, 1],
  // R 4.2.2: pbinom(2, 5000, 0.001, lower.tail = FALSE), pbinom(3, 5000, 0.001); pbinom(2599, 5000, 0.5, FALSE), pbinom(2600, 5000, 0.5)
  [3, 5000, 0.001, 0.87547434580225147, 0.26488547585650851],
  [2600, 5000, 0.5, 0.0024418248687587503, 0.9977647795188217],
];
for (const [x, n, p, upper, lower] of rows) {
  test(`tails at ${x} of ${n} with ${p}`, () => {
    assert.ok(Math.abs(binomialUpperTail(x, n, p) - upper) <= 1e-12 * upper);
    assert.ok(Math.abs(binomialLowerTail(x, n, p) - lower) <= 1e-12 * lower);
  });
}

test('the tails on both sides of a gap add up to 1, and mirror each other', () => {
  const n = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(n, fc.nat(300), fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (of, x, p) => {
      assert.ok(Math.abs(binomialUpperTail(x, of, p) + binomialLowerTail(x - 1, of, p) - 1) < 1e-12);
      assert.ok(Math.abs(binomialUpperTail(x, of, p) - binomialLowerTail(of - x, of, 1 - p)) < 1e-6);
    }),
  );
});
