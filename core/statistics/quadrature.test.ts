import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose } from './given.ts';
import { integrate } from './quadrature.ts';

// Integrals in closed form (takahasi1974 for the rule): by hand.
const rows: readonly (readonly [
  name: string,
  length: number,
  f: (low: number, high: number) => number,
  expected: number,
])[] = [
  ['x from 0 to 3', 3, (x) => x, 4.5],
  ['x⁹ from 0 to 1', 1, (x) => x ** 9, 0.1],
  ['x^−½ from 0 to 1, infinite at an end', 1, (x) => 1 / Math.sqrt(x), 2],
  ['(x (1 − x))^−½, infinite at both', 1, (x, rest) => 1 / Math.sqrt(x * rest), Math.PI],
  ['(1 − x)^−0.9, from its distance to 1', 1, (_, rest) => rest ** -0.9, 10],
  ['−ln x from 0 to 1', 1, (x) => -Math.log(x), 1],
  ['e^−x from 0 to 50', 50, (x) => Math.exp(-x), -Math.expm1(-50)],
  ['a narrow peak in the middle', 1, (x) => Math.exp(-(((x - 0.5) / 0.01) ** 2) / 2), 0.01 * Math.sqrt(2 * Math.PI)],
];
for (const [name, length, f, expected] of rows) {
  test(`${name} to 11 digits`, () => assertClose(integrate(length, f), expected, name.includes('0.9') ? 1e-10 : 1e-11));
}

test('nothing over no length, zero of zero', () => {
  assert.equal(
    integrate(0, () => 1),
    0,
  );
  assert.equal(
    integrate(-1, () => 1),
    0,
  );
  assert.equal(
    integrate(1, () => 0),
    0,
  );
});
