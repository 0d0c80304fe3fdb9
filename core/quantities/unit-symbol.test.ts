import assert from 'node:assert/strict';
import test from 'node:test';
import { writeDimension } from './dimension.ts';
import { type Rational, rational } from './rational.ts';
import { findSymbol, isSpecialSymbol } from './unit-symbol.ts';

// UCUM tables 1 to 11 (ucum.org): an atom comes before a prefix and an atom; case matters.
const known: readonly (readonly [string, code: string, dimension: string, Rational])[] = [
  ['mg', 'mg', 'mass', rational(1, 1000)],
  ['g', 'g', 'mass', rational(1)],
  ['dl', 'dL', 'length^3', rational(1, 10000)],
  ['dag', 'dag', 'mass', rational(10)],
  ['mol', 'mol', 'amount', rational(1)],
  ['mo', 'mo', 'time', rational(2629800)],
  ['min', 'min', 'time', rational(60)],
  ['mmol', 'mmol', 'amount', rational(1, 1000)],
  ['Pa', 'Pa', 'mass·length^-1·time^-2', rational(1000)],
  ['a', 'a', 'time', rational(31557600)],
  ['cm', 'cm', 'length', rational(1, 100)],
  ['mm[Hg]', 'mm[Hg]', 'mass·length^-1·time^-2', rational(133322)],
  ['m[iU]', 'm[IU]', '[IU]', rational(1, 1000)],
  ['10^', '10*', '1', rational(10)],
  ['U', 'U', 'amount·time^-1', rational(1, 60000000)],
  ['Cel', 'Cel', 'Celsius temperature', rational(1)],
  ['[LPF]', '[LPF]', 'microscope field', rational(100)],
];

for (const [text, code, dimension, factor] of known) {
  test(`${text} is ${code}, a ${dimension}`, () => {
    const found = findSymbol(text);
    assert.deepEqual(found && [found.code, writeDimension(found.dimension), found.factor], [code, dimension, factor]);
  });
}

const unknown = ['MG', 'Mol', 'mCel', 'kh', 'm%', 'dmin', 'IU', 'x', '', 'kilogram'];
for (const text of unknown) test(`"${text}" is not a symbol`, () => assert.equal(findSymbol(text), undefined));

test('special units are known as such, with their prefixes; degrees Celsius are not among them', () => {
  assert.deepEqual(
    ['[pH]', 'dB', 'B[SPL]', '[degF]', 'Cel', 'mg'].map((text) => isSpecialSymbol(text)),
    [true, true, true, true, false, false],
  );
});
