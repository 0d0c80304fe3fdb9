import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { laboratoryRows } from './laboratory-rows.ts';

const rowOf = (id: string) => {
  const found = laboratoryRows.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

/** Factors as laboratories print them, rounded; the exact ones are those of ucum with the molar mass of the row. */
test('the factor from one unit to another is the conventional one, before it was rounded', () => {
  const rows = [
    ['creatinine', 'mg/dL', 'umol/L', 88.4, 0.01],
    ['UACR', 'mg/mmol', 'mg/g', 8.84, 0.001],
    ['BUN', 'mg/dL', 'mmol/L', 0.357, 0.0005],
    ['urea', 'mg/dL', 'mmol/L', 0.1665, 0.0001],
    ['bilirubin', 'mg/dL', 'umol/L', 17.1, 0.01],
    ['bilirubin', 'mg/L', 'umol/L', 1.71, 0.001],
    ['glucose', 'mg/dL', 'mmol/L', 1 / 18.016, 1e-9],
    ['albumin', 'g/dL', 'g/L', 10, 0],
    ['C3', 'mg/dL', 'g/L', 0.01, 0],
    ['C4', 'mg/dL', 'g/L', 0.01, 0],
    ['haemoglobin', 'g/dL', 'g/L', 10, 0],
    ['CRP', 'mg/dL', 'mg/L', 10, 0],
    ['height', 'm', 'cm', 100, 0],
    ['AFP', 'ug/L', 'ng/mL', 1, 0],
    ['CA-125', 'kU/L', 'U/mL', 1, 0],
    ['ANA-titre', '1', '{titer}', 1, 0],
    ['heart-rate', '{beats}/min', '/min', 1, 0],
  ] as const;
  for (const [id, from, to, expected, tolerance] of rows) {
    const { units, molarMass } = rowOf(id);
    assert.ok((units as readonly string[]).includes(from) && (units as readonly string[]).includes(to), id);
    const [a, b] = [readUnit(from), readUnit(to)];
    assert.ok(isUnit(a) && isUnit(b));
    const factor = conversionFactor(a, b, molarMass);
    assert.ok(factor, id);
    const size = Number(writeRational(factor, 15));
    assert.ok(Math.abs(size - expected) <= tolerance, `${id} ${from} to ${to}: ${size}`);
  }
});

test('urea and its nitrogen are two measures: the same millimoles are 2.144 times the mass', () => {
  const [urea, nitrogen] = [rowOf('urea').molarMass, rowOf('BUN').molarMass];
  assert.ok(urea && nitrogen);
  const ratio = Number(urea.numerator * nitrogen.denominator) / Number(urea.denominator * nitrogen.numerator);
  assert.equal(ratio.toFixed(3), '2.144');
});

test('every row can be named in a sentence, and is named once', () => {
  const ids = laboratoryRows.map(({ id }) => id);
  for (const id of ids) assert.match(id, /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length > 30);
});

test('a row takes each unit once', () => {
  for (const { id, units } of laboratoryRows) assert.equal(new Set(units).size, units.length, id);
});
