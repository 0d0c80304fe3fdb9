import assert from 'node:assert/strict';
import test from 'node:test';
import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { rational } from './rational.ts';
import { ucumAtoms, ucumPrefixes } from './ucum-atoms.ts';
import { conversionFactor, isUnit, readUnit, type Unit } from './unit.ts';

// Oracle: the converter of @lhncbc/ucum-lhc (National Library of Medicine), which computes with binary floats.
const oracle = UcumLhcUtils.getInstance();

const unit = (text: string): Unit => {
  const read = readUnit(text);
  assert.ok(isUnit(read), `${text} is a unit`);
  return read;
};

const relativeError = (ours: number, theirs: number): number => Math.abs(ours / theirs - 1);

const commensurable: readonly (readonly [string, ...string[]])[] = [
  ['mg/dL', 'g/L', 'ug/mL', 'ng/mL', 'g%', 'kg/m3', 'pg/uL', '[gr]/[foz_us]'],
  ['mmol/L', 'umol/dL', 'nmol/mL', 'mol/m3'],
  ['mg/mmol', 'g/mol', 'kg/kmol'],
  ['g/(24.h)', 'mg/d', 'ug/min', 'kg/a', 'g/wk', 'g/mo'],
  ['s', 'min', 'h', 'd', 'wk', 'mo', 'a', 'a_g', 'ms'],
  ['U/L', 'ukat/L', 'umol/min/L', 'nkat/mL'],
  ['mm[Hg]', 'kPa', 'cm[H2O]', 'bar', 'Torr', 'atm', '[psi]'],
  ['m', 'cm', '[in_i]', '[ft_i]', '[yd_i]', 'um'],
  ['kg', '[lb_av]', '[oz_av]', '[stone_av]', 'mg', 't'],
  ['L', 'mL', 'cm3', 'dm3', '[gal_us]', '[foz_us]', '[tsp_us]', '[cup_us]', '[drp]', 'uL'],
  ['10*9/L', '10*3/uL', '/mm3', '/nL', '10*6/dL'],
  ['mL/min', 'L/h', 'uL/s', 'mL/(24.h)'],
  ['kcal', 'kJ', '[Cal]', 'cal_th', 'W.h'],
  ['mV', 'uV', 'J/C', 'Ohm.A'],
  ["[wood'U]", 'mm[Hg].min/L', '[PRU]', 'kPa.s/mL'],
  ['%', '1', '[ppth]', '[ppm]', 'g/g', 'mg/g{creat}'],
];

const rows = commensurable.flatMap((group) => group.flatMap((from) => group.map((to) => [from, to] as const)));
const pairs = rows.filter(([from, to]) => from < to);

test(`${pairs.length} conversions agree with ucum-lhc to 12 digits`, () => {
  assert.ok(pairs.length >= 200);
  for (const [from, to] of pairs) {
    const { status, toVal } = oracle.convertUnitTo(from, 1, to);
    assert.equal(status, 'succeeded', `${from} to ${to}`);
    const factor = conversionFactor(unit(from), unit(to));
    assert.ok(factor && toVal !== null, `${from} to ${to}`);
    const ours = Number(factor.numerator) / Number(factor.denominator);
    assert.ok(relativeError(ours, toVal) < 1e-12, `${from} to ${to}: ${ours}, ucum-lhc ${toVal}`);
  }
});

// The molar mass traded above the line only: ucum-lhc does not convert mg/mmol.
const molar: readonly (readonly [from: string, to: string, molarMass: readonly [number, number]])[] = [
  ['umol/L', 'mg/dL', [11312, 100]],
  ['mg/dL', 'umol/L', [11312, 100]],
  ['mmol/L', 'mg/dL', [180156, 1000]],
  ['mg/dL', 'mmol/L', [60056, 1000]],
  ['umol/L', 'mg/dL', [58466, 100]],
  ['ng/mL', 'nmol/L', [32057, 100]],
  ['mol', 'kg', [18015, 1000]],
];

for (const [from, to, [numerator, denominator]] of molar) {
  test(`1 ${from} in ${to} at ${numerator / denominator} g/mol agrees with ucum-lhc`, () => {
    const { toVal } = oracle.convertUnitTo(from, 1, to, { molecularWeight: numerator / denominator });
    const factor = conversionFactor(unit(from), unit(to), rational(numerator, denominator));
    assert.ok(factor && toVal !== null);
    assert.ok(relativeError(Number(factor.numerator) / Number(factor.denominator), toVal) < 1e-12);
  });
}

test('units of different groups are commensurable neither here nor in ucum-lhc', () => {
  const firsts = commensurable.map(([first]) => first);
  for (const a of firsts) {
    for (const b of firsts.filter((each) => each !== a)) {
      assert.equal(conversionFactor(unit(a), unit(b)), undefined, `${a} to ${b}`);
    }
  }
  const strangers = [
    ['mg/dL', 's'],
    ['mm[Hg]', 'm'],
    ['U/L', 'kg'],
    ['mV', 'L'],
    ['kcal', '10*9/L'],
  ] as const;
  for (const [a, b] of strangers) assert.equal(oracle.convertUnitTo(a, 1, b).status, 'failed', `${a} to ${b}`);
});

test('every atom of the table reads as a unit of its own dimension', () => {
  assert.ok(ucumAtoms.length > 100);
  assert.equal(new Set(ucumAtoms.map(([code]) => code)).size, ucumAtoms.length);
  for (const [code, , dimension] of ucumAtoms) assert.equal(unit(code).dimension, dimension, code);
});

test('every prefix is the power of ten that ucum-lhc has', () => {
  assert.equal(ucumPrefixes.length, 20);
  for (const [prefix] of ucumPrefixes) {
    const factor = conversionFactor(unit(`${prefix}g`), unit('g'));
    const { toVal } = oracle.convertUnitTo(`${prefix}g`, 1, 'g');
    assert.ok(factor && toVal !== null, prefix);
    assert.ok(relativeError(Number(factor.numerator) / Number(factor.denominator), toVal) < 1e-12, prefix);
  }
});
