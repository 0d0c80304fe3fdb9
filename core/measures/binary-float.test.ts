import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rational } from '#core/quantities/rational.ts';
import { floatOf, rationalOfFloat } from './binary-float.ts';

/** Binary floats by their definition in IEEE 754; no number of a paper, so no key of evidence/references.bib. */
test('a float is a whole number over a power of two', () => {
  const rows = [
    [0, rational(0)],
    [-0, rational(0)],
    [1, rational(1)],
    [-2.5, rational(-5, 2)],
    [0.375, rational(3, 8)],
    [2 ** -1074, rational(1n, 2n ** 1074n)],
    [2 ** 70, rational(2n ** 70n)],
    [0.1, rational(3_602_879_701_896_397n, 36_028_797_018_963_968n)],
  ] as const;
  for (const [float, expected] of rows) assert.deepEqual(rationalOfFloat(float), expected, String(float));
});

test('nothing is lost on the way there and back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (x) => {
      // Below about 1e-290 the denominator leaves the floats; no measure comes near.
      fc.pre(x === 0 || Math.abs(x) > 1e-200);
      assert.equal(floatOf(rationalOfFloat(x)), x === 0 ? 0 : x);
    }),
  );
});

test('a decimal becomes the nearest float', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (digits) => {
      assert.equal(floatOf(rational(digits, 1000)), digits / 1000);
    }),
  );
});

test('what is not finite is a mistake in the program', () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    assert.throws(() => rationalOfFloat(x), /is not finite/);
});
