import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { turningPoint } from './bisection.ts';

// Turns of predicates known in closed form. The bounds that the search finds are those of clopper1934 and miettinen1985,
// whose own tests hold them to evidence/oracles/.
const rows: readonly (readonly [low: number, high: number, holds: (x: number) => boolean, expected: number])[] = [
  [0, 2, (x) => x * x < 2, Math.SQRT2],
  [-1, 0, (x) => x < -0.75, -0.75],
  [0, 10, (x) => Math.exp(x) < 10, Math.LN10],
  [0, 1, () => true, 1],
  [0, 1, () => false, 0],
  [3, 3, () => true, 3],
];
for (const [low, high, holds, expected] of rows) {
  test(`turns at ${expected} between ${low} and ${high}`, () => {
    assert.ok(Math.abs(turningPoint(low, high, holds) - expected) <= 4e-16 * Math.max(1, Math.abs(expected)));
  });
}

test('the predicate holds at the point and not at the next double', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (turn) => {
      const point = turningPoint(-2, 2, (x) => x < turn);
      assert.ok(point < turn && turn - point <= 2 ** -52);
    }),
  );
});
