import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from './normal-quantile.ts';

const file = new URL('../../../evidence/oracles/normal-quantile/expected.json', import.meta.url);
const rows: readonly { readonly p: number; readonly z: string }[] = JSON.parse(readFileSync(file, 'utf8'));

test('the oracle has its rows', () => assert.equal(rows.length, 44));

for (const { p, z } of rows) {
  test(`z of ${p} to 15 digits`, () => {
    assert.ok(Math.abs(normalQuantile(p) - Number(z)) <= 1e-15 * Math.abs(Number(z)), `${normalQuantile(p)} for ${z}`);
  });
}

test('z increases with p, also across the joints of the approximation', () => {
  const joint = fc.constantFrom(0.075, 0.925, Math.exp(-25));
  fc.assert(
    fc.property(joint, fc.double({ min: 1e-13, max: 0.05, noNaN: true }), (at, step) => {
      assert.ok(normalQuantile(at * (1 - step)) < normalQuantile(at * (1 + step)));
    }),
  );
});

test('z is antisymmetric where 1 − p is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 52 }), (k) => {
      // The sum is exactly zero, and so it is at the median, where 0 and −0 are the same number.
      assert.equal(normalQuantile(k / 2 ** 53) + normalQuantile(1 - k / 2 ** 53), 0);
    }),
    { examples: [[2 ** 52], [1]] },
  );
});

test('the median is 0', () => assert.equal(normalQuantile(0.5), 0));

for (const p of [0, 1, -0.1, 1.1, Number.NaN]) {
  test(`${p} is a fault`, () => assert.throws(() => normalQuantile(p), /is not between 0 and 1/));
}
