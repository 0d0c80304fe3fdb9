import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { binomialLowerTail, binomialProbabilities, binomialUpperTail } from './binomial.ts';

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

type Row = Readonly<Record<'x' | 'n' | 'confidence' | 'lower' | 'upper', number>>;
const file = new URL('../../../evidence/oracles/clopper-pearson/expected.json', import.meta.url);
const oracle: readonly Row[] = JSON.parse(readFileSync(file, 'utf8'));

test('at the exact bounds of R the tail is half of what the confidence leaves (clopper1934)', () => {
  assert.equal(oracle.length, 15);
  for (const { x, n, confidence, lower, upper } of oracle) {
    const half = (1 - confidence) / 2;
    const isHalf = (tail: number): boolean => Math.abs(tail - half) < 1e-9 * half;
    if (x > 0) assert.ok(isHalf(binomialUpperTail(x, n, lower)), `${x} of ${n}: ${binomialUpperTail(x, n, lower)}`);
    if (x < n) assert.ok(isHalf(binomialLowerTail(x, n, upper)), `${x} of ${n}: ${binomialLowerTail(x, n, upper)}`);
  }
});

test('the tails on both sides of a gap add up to 1, and mirror each other', () => {
  const n = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(n, fc.nat(300), fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (of, x, p) => {
      assert.ok(Math.abs(binomialUpperTail(x, of, p) + binomialLowerTail(x - 1, of, p) - 1) < 1e-12);
      assert.ok(Math.abs(binomialUpperTail(x, of, p) - binomialLowerTail(of - x, of, 1 - p)) < 1e-6);
    }),
  );
});

// By hand: fractions of powers of 4; and chances of 0 and 1, which are certainties.
const whole: readonly (readonly [n: number, p: number, expected: readonly number[]])[] = [
  [1, 0.25, [0.75, 0.25]],
  [3, 0.25, [27 / 64, 27 / 64, 9 / 64, 1 / 64]],
  [4, 0.5, [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]],
  [3, 0, [1, 0, 0, 0]],
  [3, 1, [0, 0, 0, 1]],
];
for (const [n, p, expected] of whole) {
  test(`all probabilities of ${n} with ${p}`, () => {
    const found = binomialProbabilities(n, p);
    assert.equal(found.length, n + 1);
    found.forEach((chance, x) => {
      assert.ok(Math.abs(chance - (expected[x] ?? Number.NaN)) < 1e-15, `${x}: ${chance}`);
    });
  });
}

test('the probabilities from x on are the upper tail at x', () => {
  const found = binomialProbabilities(40, 0.3);
  for (let x = 0; x <= 40; x += 1) {
    const tail = found.slice(x).reduce((sum, chance) => sum + chance, 0);
    assert.ok(Math.abs(tail - binomialUpperTail(x, 40, 0.3)) < 1e-14);
  }
});
