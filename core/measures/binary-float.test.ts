import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rational } from '#core/quantities/rational.ts';
import { floatOf, rationalOfFloat } from './binary-float.ts';

/** Binary floats by their definition in IEEE 754; no number of a paper, so no key of evidence/references.bib. */
test('a float is what it stands for, to nine decimal places', () => {
  const rows = [
    [0, rational(0)],
    [-0, rational(0)],
    [1, rational(1)],
    [-2.5, rational(-5, 2)],
    [0.375, rational(3, 8)],
    [2 ** -1074, rational(0)],
    [2 ** 70, rational(2n ** 70n)],
    [0.1, rational(1, 10)],
    // 0.413 · 165 / 4.543 is 15 on paper.
    [(0.413 * 165) / 4.543, rational(15)],
    // 976562.5 times the ninth place: a half goes away from zero.
    [2 ** -10, rational(976_563, 1_000_000_000)],
    [-(2 ** -10), rational(-976_563, 1_000_000_000)],
    [1 / 3, rational(333_333_333, 1_000_000_000)],
    [-2 / 3, rational(-666_666_667, 1_000_000_000)],
    [1.5 * 2 ** -31, rational(1, 1_000_000_000)],
  ] as const;
  for (const [float, expected] of rows) assert.deepEqual(rationalOfFloat(float), expected, String(float));
});

test('a decimal of nine places comes back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.integer({ min: 0, max: 9 }), (digits, places) => {
      assert.deepEqual(rationalOfFloat(digits / 10 ** places), rational(BigInt(digits), 10n ** BigInt(places)));
    }),
  );
});

test('nothing moves by more than half of the ninth place', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e5, max: 1e5 }), (x) => {
      assert.ok(Math.abs(floatOf(rationalOfFloat(x)) - x) <= 0.51e-9);
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
