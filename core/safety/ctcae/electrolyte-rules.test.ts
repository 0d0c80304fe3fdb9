import assert from 'node:assert/strict';
import test from 'node:test';
import { electrolyteRules } from './electrolyte-rules.ts';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

const potassium = { low: '3.5', high: '5.1' };
const sodium = { low: '135', high: '145' };
const calcium = { low: '2.2', high: '2.6' };
const ionized = { low: '1.15', high: '1.3' };
const magnesium = { low: '0.7', high: '1.05' };
const phosphate: WrittenSetting = { version: 'v4.03', low: '0.85', high: '1.5' };
const well = { symptomatic: false };
const ill = { symptomatic: true };

/** Grades one step below, at and one step above each limit that ctcae5 and ctcae403 print; 2/3 where both are possible. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['hyperkalemia', '5.1 mmol/L', '0.1', potassium, '0 0 1'],
  ['hyperkalemia', '5.5 mmol/L', '0.1', potassium, '1 1 2'],
  ['hyperkalemia', '6.0 mmol/L', '0.1', potassium, '2 2 3'],
  ['hyperkalemia', '7.0 mmol/L', '0.1', potassium, '3 3 4'],
  ['hyperkalemia', '6.0 mEq/L', '0.1', potassium, '2 2 3'],
  ['hypokalemia', '3.5 mmol/L', '0.1', { ...potassium, ...well }, '1 0 0'],
  ['hypokalemia', '3.5 mmol/L', '0.1', { ...potassium, ...ill }, '2 0 0'],
  ['hypokalemia', '3.5 mmol/L', '0.1', potassium, '1/2 0 0'],
  ['hypokalemia', '3.0 mmol/L', '0.1', { ...potassium, ...well }, '3 1 1'],
  ['hypokalemia', '3.0 mEq/L', '0.1', { ...potassium, ...ill }, '3 2 2'],
  ['hypokalemia', '2.5 mmol/L', '0.1', potassium, '4 3 3'],
  ['hypernatremia', '145 mmol/L', '1', sodium, '0 0 1'],
  ['hypernatremia', '150 mmol/L', '1', sodium, '1 1 2'],
  ['hypernatremia', '155 mEq/L', '1', sodium, '2 2 3'],
  ['hypernatremia', '160 mmol/L', '1', sodium, '3 3 4'],
  ['hyponatremia', '135 mmol/L', '1', sodium, '1 0 0'],
  ['hyponatremia', '130 mmol/L', '1', sodium, '2/3 1 1'],
  ['hyponatremia', '130 mmol/L', '0.1', { ...sodium, ...well }, '2 1 1'],
  ['hyponatremia', '130 mmol/L', '1', { ...sodium, ...ill }, '3 1 1'],
  ['hyponatremia', '125 mmol/L', '1', { ...sodium, ...well }, '3 2 2'],
  ['hyponatremia', '125 mmol/L', '1', { ...sodium, ...ill }, '3 3 3'],
  ['hyponatremia', '120 mEq/L', '1', sodium, '4 3 3'],
  ['hyponatremia', '130 mmol/L', '1', { ...sodium, version: 'v4.03' }, '3 1 1'],
  ['hyponatremia', '120 mmol/L', '1', { ...sodium, version: 'v4.03' }, '4 3 3'],
  ['hypercalcemia', '2.6 mmol/L', '0.01', calcium, '0 0 1'],
  ['hypercalcemia', '2.9 mmol/L', '0.01', calcium, '1 1 2'],
  ['hypercalcemia', '3.1 mmol/L', '0.01', calcium, '2 2 3'],
  ['hypercalcemia', '3.4 mmol/L', '0.01', calcium, '3 3 4'],
  ['hypercalcemia', '11.5 mg/dL', '0.1', calcium, '1 1 2'],
  ['hypercalcemia', '12.5 mg/dL', '0.1', calcium, '2 2 3'],
  ['hypercalcemia', '13.5 mg/dL', '0.1', calcium, '3 3 4'],
  ['hypercalcemia, ionized', '1.5 mmol/L', '0.01', ionized, '1 1 2'],
  ['hypercalcemia, ionized', '1.6 mmol/L', '0.01', ionized, '2 2 3'],
  ['hypercalcemia, ionized', '1.8 mmol/L', '0.01', ionized, '3 3 4'],
  ['hypocalcemia', '2.2 mmol/L', '0.01', calcium, '1 0 0'],
  ['hypocalcemia', '2.0 mmol/L', '0.01', calcium, '2 1 1'],
  ['hypocalcemia', '1.75 mmol/L', '0.01', calcium, '3 2 2'],
  ['hypocalcemia', '1.5 mmol/L', '0.01', calcium, '4 3 3'],
  ['hypocalcemia', '8.0 mg/dL', '0.1', calcium, '2 1 1'],
  ['hypocalcemia', '7.0 mg/dL', '0.1', calcium, '3 2 2'],
  ['hypocalcemia', '6.0 mg/dL', '0.1', calcium, '4 3 3'],
  ['hypocalcemia, ionized', '1.0 mmol/L', '0.01', ionized, '2 1 1'],
  ['hypocalcemia, ionized', '0.9 mmol/L', '0.01', ionized, '3 2 2'],
  ['hypocalcemia, ionized', '0.8 mmol/L', '0.01', ionized, '4 3 3'],
  ['hypermagnesemia', '1.05 mmol/L', '0.01', magnesium, '0 0 1'],
  ['hypermagnesemia', '1.23 mmol/L', '0.01', magnesium, '1 1 3'],
  ['hypermagnesemia', '3.30 mmol/L', '0.01', magnesium, '3 3 4'],
  ['hypermagnesemia', '3.0 mg/dL', '0.1', magnesium, '1 1 3'],
  ['hypermagnesemia', '8.0 mg/dL', '0.1', magnesium, '3 3 4'],
  ['hypomagnesemia', '0.5 mmol/L', '0.01', magnesium, '2 1 1'],
  ['hypomagnesemia', '0.4 mmol/L', '0.01', magnesium, '3 2 2'],
  ['hypomagnesemia', '0.3 mmol/L', '0.01', magnesium, '4 3 3'],
  ['hypomagnesemia', '1.2 mg/dL', '0.1', magnesium, '2 1 1'],
  ['hypomagnesemia', '0.9 mg/dL', '0.1', magnesium, '3 2 2'],
  ['hypomagnesemia', '0.7 mg/dL', '0.1', magnesium, '4 3 3'],
  ['hypophosphatemia', '0.8 mmol/L', '0.01', phosphate, '2 1 1'],
  ['hypophosphatemia', '0.6 mmol/L', '0.01', phosphate, '3 2 2'],
  ['hypophosphatemia', '0.3 mmol/L', '0.01', phosphate, '4 3 3'],
  ['hypophosphatemia', '2.5 mg/dL', '0.1', phosphate, '2 1 1'],
  ['hypophosphatemia', '2.0 mg/dL', '0.1', phosphate, '3 2 2'],
  ['hypophosphatemia', '1.0 mg/dL', '0.1', phosphate, '4 3 3'],
  ['blood bicarbonate decreased', '22 mmol/L', '1', { low: '22' }, '1 0 0'],
  ['acidosis', '7.35', '0.01', { low: '7.35' }, '1 0 0'],
  ['acidosis', '7.3', '0.01', { low: '7.35' }, '3 1 1'],
  ['alkalosis', '7.45', '0.01', { high: '7.45' }, '0 0 1'],
  ['alkalosis', '7.5', '0.01', { high: '7.45' }, '1 1 3'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit} ${JSON.stringify(setting)}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

test('between the two printed limits of one grade, that of the reported unit decides', () => {
  // 0.95 mg/dL of magnesium are 0.391 mmol/L: not below 0.9 mg/dL, though below 0.4 mmol/L.
  assert.equal(gradesWritten('hypomagnesemia', '0.95 mg/dL', magnesium), '2');
  assert.equal(gradesWritten('hypomagnesemia', '0.391 mmol/L', magnesium), '3');
});

test('every term here has a grade 1', () => {
  const terms = new Set(electrolyteRules.map(({ term }) => term));
  const mild = new Set(electrolyteRules.filter(({ grade }) => grade === 1).map(({ term }) => term));
  assert.deepEqual([...mild].sort(), [...terms].sort());
});
