import assert from 'node:assert/strict';
import test from 'node:test';
import { rationalOf, readDecimal, writeRational } from './decimal.ts';
import { multiply, type Rational, rational } from './rational.ts';
import { conversionFactor, isUnit, readUnit, sameDimension, type Unit, type UnitProblem } from './unit.ts';

const unit = (text: string): Unit => {
  const read = readUnit(text);
  assert.ok(isUnit(read), `${text} is a unit`);
  return read;
};

const number = (text: string): Rational => {
  const read = readDecimal(text);
  assert.ok(read);
  return rationalOf(read);
};

const codes: readonly (readonly [written: string, code: string, dimension: string])[] = [
  ['mg/dL', 'mg/dL', 'mass·length^-3'],
  ['mg/dl', 'mg/dL', 'mass·length^-3'],
  ['g/24h', 'g/(24.h)', 'mass·time^-1'],
  ['mg/24h', 'mg/(24.h)', 'mass·time^-1'],
  ['10^9/L', '10*9/L', 'length^-3'],
  ['mL/min/1.73m2', 'mL/min/{1.73_m2}', 'length^3·time^-1·body surface^-1'],
  ['mL/min{1.73_m2}', 'mL/min{1.73_m2}', 'length^3·time^-1·body surface^-1'],
  ['mmHg', 'mm[Hg]', 'mass·length^-1·time^-2'],
  ['IU', '[IU]', '[IU]'],
  ['IU/mL', '[IU]/mL', 'length^-3·[IU]'],
  ['m[iU]/mL', 'm[IU]/mL', 'length^-3·[IU]'],
  ['cells/kg', '{cells}/kg', 'mass^-1·cells'],
  ['10*6{cells}/kg', '10*6{cells}/kg', 'mass^-1·cells'],
  ['µmol/L', 'umol/L', 'amount·length^-3'],
  ['μmol/L', 'umol/L', 'amount·length^-3'],
  ['°C', 'Cel', 'Celsius temperature'],
  ['/HPF', '/[HPF]', 'microscope field^-1'],
  ['mg/day', 'mg/d', 'mass·time^-1'],
  ['years', 'a', 'time'],
  ['month', 'mo', 'time'],
  ['weeks', 'wk', 'time'],
  ['days', 'd', 'time'],
  ['hours', 'h', 'time'],
  ['points', '{points}', '1'],
  ['mg/g{creat}', 'mg/g{creat}', '1'],
  ['%', '%', '1'],
  ['1', '1', '1'],
  ['U/L', 'U/L', 'amount·length^-3·time^-1'],
  ['mEq/L', 'meq/L', 'length^-3·equivalents'],
];

for (const [written, code, dimension] of codes) {
  test(`${written} is ${code} and measures ${dimension}`, () => {
    const { factor: _, ...read } = unit(written);
    assert.deepEqual(read, { code, written, dimension });
    assert.equal(unit(code).code, code, 'a code is its own code');
  });
}

const problems: readonly (readonly [string, UnitProblem])[] = [
  ['mgg/L', { problem: 'unknown unit', text: 'mgg', at: 0, nearest: 'mg/L' }],
  ['MG/DL', { problem: 'unknown unit', text: 'MG', at: 0, nearest: 'mg/dL' }],
  ['g/litre', { problem: 'unknown unit', text: 'litre', at: 2, nearest: undefined }],
  ['mg/dl ', { problem: 'malformed unit', text: 'mg/dl ', at: 5, nearest: 'mg/dl' }],
  ['mL/min/1.73 m2', { problem: 'malformed unit', text: 'mL/min/1.73 m2', at: 11, nearest: 'mL/min/1.73m2' }],
  ['10^6 IU', { problem: 'malformed unit', text: '10^6 IU', at: 4, nearest: undefined }],
  ['', { problem: 'malformed unit', text: '', at: 0, nearest: undefined }],
  ['g/0', { problem: 'unknown unit', text: '0', at: 2, nearest: 'g/L' }],
  ['[pH]', { problem: 'special unit', text: '[pH]', at: 0, nearest: undefined }],
  ['m/[degF]', { problem: 'special unit', text: '[degF]', at: 2, nearest: undefined }],
];

for (const [text, expected] of problems) {
  test(`"${text}" is a ${expected.problem}`, () => assert.deepEqual(readUnit(text), expected));
}

const creatinine = number('113.12');

// Creatinine has 113.12 g/mol, so 1 mg/dL is 88.4 umol/L and 113.12 mg/mmol is 1 g/g; the rest is UCUM's definitions.
const conversions: readonly (readonly [
  value: string,
  from: string,
  to: string,
  Rational | undefined,
  result: string,
])[] = [
  ['56.56', 'mg/mmol', 'g/g', creatinine, '0.5'],
  ['0.5', 'g/g', 'mg/mmol', creatinine, '56.56'],
  ['50', 'mg/mmol', 'mg/mg', creatinine, '0.442'],
  ['226.24', 'mg/mmol', 'mg/g', creatinine, '2000'],
  ['110', 'umol/L', 'mg/dL', creatinine, '1.244'],
  ['120', 'umol/L', 'mg/dL', creatinine, '1.357'],
  ['1', 'mg/dL', 'umol/L', creatinine, '88.402'],
  ['78', 'mg/dL', 'g/L', undefined, '0.78'],
  ['9.5', 'g/dL', 'g/L', undefined, '95'],
  ['2', 'g/24h', 'mg/d', undefined, '2000'],
  ['250', '10*3/uL', '10^9/L', undefined, '250'],
  ['30000', '/mm3', '10*9/L', undefined, '30'],
  ['1', 'ukat/L', 'U/L', undefined, '60'],
  ['1', 'wk', 'd', undefined, '7'],
  ['1', 'a', 'd', undefined, '365.25'],
  ['1', 'mo', 'd', undefined, '30.438'],
  ['2', '10*6{cells}/kg', 'cells/kg', undefined, '2000000'],
  ['1', '%', '1', undefined, '0.01'],
  ['5', 'm[IU]/mL', 'IU/L', undefined, '5'],
  ['100', '[HPF]', '[LPF]', undefined, '1'],
];

for (const [value, from, to, molarMass, result] of conversions) {
  test(`${value} ${from} is ${result} ${to}`, () => {
    const factor = conversionFactor(unit(from), unit(to), molarMass);
    assert.ok(factor);
    assert.equal(writeRational(multiply(number(value), factor), 3), result);
  });
}

test('a conversion with a molar mass is exact, there and back', () => {
  const [molar, mass] = [unit('umol/L'), unit('mg/dL')];
  assert.deepEqual(conversionFactor(molar, mass, creatinine), rational(11312, 1000000));
  assert.deepEqual(conversionFactor(mass, molar, creatinine), rational(1000000, 11312));
});

const apart: readonly (readonly [string, string])[] = [
  ['mg/dL', 'umol/L'],
  ['mg/mmol', 'g/g'],
  ['cells/kg', '/kg'],
  ['10*6{cells}/kg', '10*6/kg'],
  ['mL/min/1.73m2', 'mL/min'],
  ['mmol/mL', '10*9/L'],
  ['[IU]/mL', '/mL'],
  ['[IU]', 'U'],
  ['[IU]', "[arb'U]"],
  ['Cel', 'K'],
  ['mEq/L', 'mmol/L'],
  ['mosm/kg', 'mmol/kg'],
  ['/[HPF]', '1'],
  ['g/g', 'g/24h'],
  ['mg', 'mg/kg'],
];

for (const [a, b] of apart) {
  test(`${a} and ${b} are not commensurable`, () => {
    assert.equal(conversionFactor(unit(a), unit(b)), undefined);
    assert.equal(sameDimension(unit(a), unit(b)), false);
  });
}

test('a molar mass links amount and mass and nothing else', () => {
  assert.equal(conversionFactor(unit('umol/L'), unit('mg'), creatinine), undefined);
  assert.equal(conversionFactor(unit('umol/L'), unit('U/L'), creatinine), undefined);
  assert.equal(conversionFactor(unit('[IU]/L'), unit('mg/L'), creatinine), undefined);
});
