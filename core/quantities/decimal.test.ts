import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decimalOf, rationalOf, readDecimal, writeDecimal, writeRational } from './decimal.ts';
import { type Rational, rational } from './rational.ts';

const read: readonly (readonly [string, bigint, number])[] = [
  ['1.20', 120n, 2],
  ['0', 0n, 0],
  ['-0.5', -5n, 1],
  ['+7', 7n, 0],
  ['0.040', 40n, 3],
  ['007.1', 71n, 1],
  ['123456789012345678901234567890', 123456789012345678901234567890n, 0],
];

for (const [text, digits, scale] of read) {
  test(`"${text}" has the digits ${digits} and the scale ${scale}`, () => {
    assert.deepEqual(readDecimal(text), { digits, scale });
  });
}

const refused = [
  '',
  ' 1',
  '1 ',
  '1,5',
  '1.',
  '.5',
  '1e3',
  '1_000',
  '1 000',
  '--1',
  '1.2.3',
  'NaN',
  '٣',
  '1'.repeat(31),
];
for (const text of refused) test(`"${text}" is not a decimal`, () => assert.equal(readDecimal(text), undefined));

test('a number is written with all its places, and reads back as it was', () => {
  assert.deepEqual(
    ['1.20', '-0.05', '0.00', '100', '-12.340'].map((text) =>
      writeDecimal(readDecimal(text) ?? { digits: -1n, scale: 0 }),
    ),
    ['1.20', '-0.05', '0.00', '100', '-12.340'],
  );
  const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(9));
  fc.assert(
    fc.property(decimals, ([digits, scale]) =>
      assert.deepEqual(readDecimal(writeDecimal({ digits, scale })), { digits, scale }),
    ),
  );
});

test('trailing zeros do not change the number', () => {
  assert.deepEqual(rationalOf({ digits: 120n, scale: 2 }), rational(6, 5));
  assert.deepEqual(rationalOf({ digits: 12n, scale: 1 }), rational(6, 5));
});

// Half away from zero, by hand.
const rounded: readonly (readonly [Rational, number, string])[] = [
  [rational(5, 2), 0, '3'],
  [rational(-5, 2), 0, '-3'],
  [rational(7, 2), 0, '4'],
  [rational(249, 100), 0, '2'],
  [rational(1005, 1000), 2, '1.01'],
  [rational(-1, 3), 3, '-0.333'],
  [rational(2, 3), 3, '0.667'],
  [rational(1, 1000), 2, '0.00'],
  [rational(-1, 1000), 2, '0.00'],
  [rational(3), 2, '3.00'],
];

for (const [r, places, expected] of rounded) {
  test(`${r.numerator}/${r.denominator} to ${places} places is ${expected}`, () => {
    assert.equal(writeDecimal(decimalOf(r, places)), expected);
  });
}

const shortest: readonly (readonly [Rational, number, string])[] = [
  [rational(6, 5), 12, '1.2'],
  [rational(1200), 12, '1200'],
  [rational(-1, 8), 12, '-0.125'],
  [rational(1, 3), 4, '0.3333'],
  [rational(2, 3), 12, '0.666666666667'],
  [rational(1, 8), 2, '0.13'],
  [rational(999999, 1000000), 3, '1'],
  [rational(10000001, 100000000), 3, '0.1'],
  [rational(0), 12, '0'],
];

for (const [r, places, expected] of shortest) {
  test(`${r.numerator}/${r.denominator} in at most ${places} places is ${expected}`, () => {
    assert.equal(writeRational(r, places), expected);
  });
}
