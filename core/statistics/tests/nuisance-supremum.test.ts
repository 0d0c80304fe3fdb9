import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { supremumOf } from './nuisance-supremum.ts';

// Chances that are polynomials with a known top; shares by total number of events (used for boschloo1970, suissa1985).
const rows: readonly (readonly [what: string, shares: readonly number[], proportion: number, chance: number])[] = [
  ['p(1 − p) · 2', [0, 1, 0], 0.5, 0.5],
  ['p²(1 − p) · 3', [0, 0, 1, 0], 2 / 3, 4 / 9],
  ['p⁹(1 − p) · 10', [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], 0.9, 10 * 0.9 ** 9 * 0.1],
  ['(1 − p)³', [1, 0, 0, 0], 0, 1],
  ['p³', [0, 0, 0, 1], 1, 1],
  ['nothing', [0, 0, 0], 0, 0],
  // Several totals that are in, on both sides of the most probable one.
  ['1', [1, 1], 0, 1],
  ['p(1 − p)² · 3 + p²(1 − p) · 3', [0, 1, 1, 0], 0.5, 0.75],
  ['p(1 − p)³ · 4 + p²(1 − p)² · 6 + p³(1 − p) · 4', [0, 1, 1, 1, 0], 0.5, 14 / 16],
  // 12·p(1−p)¹¹: top at 1/12.
  ['12 p(1 − p)¹¹', [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1 / 12, (11 / 12) ** 11],
  // Of two hills as high as one another the first.
  ['two', [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], 1 / 12, (11 / 12) ** 11 + 11 / 12 ** 11],
];
for (const [what, shares, proportion, chance] of rows) {
  test(`the top of ${what}`, () => {
    const found = supremumOf(Float64Array.from(shares));
    assert.ok(Math.abs(found.chance - chance) < 1e-14, `${found.chance} for ${chance}`);
    assert.ok(Math.abs(found.proportion - proportion) < 1e-7, `${found.proportion} for ${proportion}`);
  });
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

test('no proportion has a larger chance', () => {
  const shares = fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
      const n = list.length - 1;
      const chance = list.reduce<number>(
        (sum, share, k) => sum + share * choose(n, k) * p ** k * (1 - p) ** (n - k),
        0,
      );
      assert.ok(supremumOf(Float64Array.from(list)).chance >= chance - 1e-12);
    }),
  );
});
