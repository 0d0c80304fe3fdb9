import assert from 'node:assert/strict';
import test from 'node:test';
import { laboratoryRows } from '#core/measures/laboratory-rows.ts';
import { type LaboratoryTerm, laboratoryTerms, subjectOf, unitCalled } from './laboratory-term.ts';

const subjects: readonly (readonly [LaboratoryTerm, string | undefined, string])[] = [
  ['creatinine increased', 'creatinine', 'mg/dL'],
  ['alanine aminotransferase increased', 'ALT', 'U/L'],
  ['aspartate aminotransferase increased', 'AST', 'U/L'],
  ['blood bilirubin increased', 'bilirubin', 'umol/L'],
  ['anemia', 'haemoglobin', 'g/L'],
  ['white blood cell decreased', 'leucocytes', '10*9/L'],
  ['neutrophil count decreased', 'neutrophils', '10*9/L'],
  ['lymphocyte count decreased', 'lymphocytes', '10*9/L'],
  ['platelet count decreased', 'platelets', '10*9/L'],
  ['hyperkalemia', 'potassium', 'mmol/L'],
  ['hyponatremia', 'sodium', 'mmol/L'],
  ['hypoglycemia', 'glucose', 'mmol/L'],
  ['hypoalbuminemia', 'albumin', 'g/L'],
  ['proteinuria', 'protein-24h', 'g/(24.h)'],
  ['alkaline phosphatase increased', undefined, 'U/L'],
  ['electrocardiogram QT corrected interval prolonged', undefined, 'ms'],
  ['INR increased', undefined, '1'],
];

for (const [term, measure, unit] of subjects)
  test(`${term} is about ${measure ?? 'no measure'} in ${unit}`, () => {
    assert.deepEqual([subjectOf(term).measure, subjectOf(term).unit.code], [measure, unit]);
  });

test('a subject with a measure answers in the unit of the measure, so that its normal ranges fit', () => {
  const units = new Map<string, string>(laboratoryRows.map(({ id, units: [unit] }) => [id, unitCalled(unit).code]));
  const withMeasure = laboratoryTerms.map(subjectOf).filter(({ measure }) => measure !== undefined);
  assert.ok(withMeasure.length > 15);
  for (const { measure, unit } of withMeasure) assert.equal(unit.code, units.get(measure ?? ''));
});

test('terms stand in alphabetical order, each once', () => {
  const names = laboratoryTerms.map((term) => term.toLowerCase());
  assert.deepEqual(names, [...new Set(names)].sort());
});

test('a unit of the tables that cannot be read is a broken table', () => {
  assert.throws(() => unitCalled('furlong'), /the unit furlong cannot be read/);
});
