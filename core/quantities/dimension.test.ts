import assert from 'node:assert/strict';
import test from 'node:test';
import { combine, dimensionless, type Exponents, readDimension, writeDimension } from './dimension.ts';

const of = (...exponents: readonly (readonly [string, number])[]): Exponents => new Map(exponents);

const keys: readonly (readonly [Exponents, string])[] = [
  [dimensionless, '1'],
  [of(['mass', 1]), 'mass'],
  [of(['length', -3], ['mass', 1]), 'mass·length^-3'],
  [of(['time', -1], ['body surface', -1], ['length', 3]), 'length^3·time^-1·body surface^-1'],
  [of(["[anti'Xa'U]", 1], ['length', -3]), "length^-3·[anti'Xa'U]"],
  [of(['cells', 1], ['[IU]', 2], ['amount', -1]), 'amount^-1·[IU]^2·cells'],
];

for (const [exponents, key] of keys) {
  test(`${key} is written in one order and read back`, () => {
    assert.equal(writeDimension(exponents), key);
    assert.deepEqual(new Map(readDimension(key)), new Map(exponents));
  });
}

test('exponents add up and vanish at zero', () => {
  const density = of(['mass', 1], ['length', -3]);
  assert.deepEqual(combine(density, of(['length', 3])), of(['mass', 1]));
  assert.deepEqual(combine(density, density, -1), dimensionless);
  assert.deepEqual(combine(dimensionless, of(['length', 1]), 3), of(['length', 3]));
  assert.deepEqual(density, of(['mass', 1], ['length', -3]), 'the operands are left as they were');
});
