import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, expectedOf } from '../given.ts';
import { normalLowerTail, normalTwoSided, normalUpperTail } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';

type Row = Readonly<Record<'z' | 'upper' | 'lower' | 'twoSided', number>>;
const rows = expectedOf<readonly Row[]>('normal');

test('the oracle, evidence/oracles/normal, has its rows', () => assert.equal(rows.length, 21));
for (const { z, upper, lower, twoSided } of rows) {
  test(`tails at ${z} as R's pnorm`, () => {
    // A double of z near 37 decides only 13 digits of a tail of 1e-299.
    assertClose(normalUpperTail(z), upper, 1e-12, 'upper');
    assertClose(normalLowerTail(z), lower, 1e-12, 'lower');
    assertClose(normalTwoSided(z), twoSided, 1e-12, 'two-sided');
  });
}

test('infinity lies beyond everything', () => {
  const far = Number.POSITIVE_INFINITY;
  assert.deepEqual([normalUpperTail(far), normalLowerTail(far), normalTwoSided(-far)], [0, 1, 0]);
});

test('the tail beyond a quantile is its probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-250, max: 0.5, noNaN: true }), (p) => {
      assertClose(normalLowerTail(normalQuantile(p)), p, 1e-12);
    }),
  );
});

test('both tails add up to 1, and the two-sided tail is twice the smaller one', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      assert.ok(Math.abs(normalUpperTail(z) + normalLowerTail(z) - 1) < 1e-15);
      assertClose(normalTwoSided(z), 2 * Math.min(normalUpperTail(z), normalLowerTail(z)), 1e-14);
    }),
  );
});
