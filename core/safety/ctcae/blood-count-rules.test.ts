import assert from 'node:assert/strict';
import test from 'node:test';
import { bloodCountRules } from './blood-count-rules.ts';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

/** Grades one step below, at and one step above each limit that ctcae5 and ctcae403 print. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['anemia', '120 g/L', '0.1', { low: '120' }, '1 0 0'],
  ['anemia', '100 g/L', '0.1', { low: '120' }, '2 1 1'],
  ['anemia', '80 g/L', '0.1', { low: '120' }, '3 2 2'],
  ['anemia', '12 g/dL', '0.1', { low: '120' }, '1 0 0'],
  ['anemia', '10 g/dL', '0.01', { low: '120' }, '2 1 1'],
  ['anemia', '8 g/dL', '0.01', { low: '120' }, '3 2 2'],
  ['anemia', '6.2 mmol/L', '0.01', { low: '120' }, '2 1 1'],
  ['anemia', '4.9 mmol/L', '0.01', { low: '120' }, '3 2 2'],
  ['white blood cell decreased', '4 10*9/L', '0.1', { low: '4' }, '1 0 0'],
  ['white blood cell decreased', '3 10*9/L', '0.1', { low: '4' }, '2 1 1'],
  ['white blood cell decreased', '2 10*9/L', '0.1', { low: '4' }, '3 2 2'],
  ['white blood cell decreased', '1 10*9/L', '0.1', { low: '4' }, '4 3 3'],
  ['white blood cell decreased', '3000 /uL', '1', { low: '4' }, '2 1 1'],
  ['white blood cell decreased', '2000 /mm3', '1', { low: '4' }, '3 2 2'],
  ['white blood cell decreased', '1000 /mm3', '1', { low: '4' }, '4 3 3'],
  ['neutrophil count decreased', '2 10*9/L', '0.01', { low: '2' }, '1 0 0'],
  ['neutrophil count decreased', '1.5 10*9/L', '0.01', { low: '2' }, '2 1 1'],
  ['neutrophil count decreased', '1 10*9/L', '0.01', { low: '2' }, '3 2 2'],
  ['neutrophil count decreased', '0.5 10*9/L', '0.01', { low: '2' }, '4 3 3'],
  ['neutrophil count decreased', '1500 /mm3', '1', { low: '2' }, '2 1 1'],
  ['neutrophil count decreased', '1000 /mm3', '1', { low: '2' }, '3 2 2'],
  ['neutrophil count decreased', '500 /mm3', '1', { low: '2' }, '4 3 3'],
  ['lymphocyte count decreased', '1 10*9/L', '0.01', { low: '1' }, '1 0 0'],
  ['lymphocyte count decreased', '0.8 10*9/L', '0.01', { low: '1' }, '2 1 1'],
  ['lymphocyte count decreased', '0.5 10*9/L', '0.01', { low: '1' }, '3 2 2'],
  ['lymphocyte count decreased', '0.2 10*9/L', '0.01', { low: '1' }, '4 3 3'],
  ['lymphocyte count decreased', '800 /mm3', '1', { low: '1' }, '2 1 1'],
  ['lymphocyte count decreased', '500 /mm3', '1', { low: '1' }, '3 2 2'],
  ['lymphocyte count decreased', '200 /mm3', '1', { low: '1' }, '4 3 3'],
  ['CD4 lymphocytes decreased', '0.5 10*9/L', '0.01', { low: '0.6' }, '2 1 1'],
  ['CD4 lymphocytes decreased', '200 /uL', '1', { low: '0.6' }, '3 2 2'],
  ['CD4 lymphocytes decreased', '50 /uL', '1', { low: '0.6' }, '4 3 3'],
  ['platelet count decreased', '150 10*9/L', '1', { low: '150' }, '1 0 0'],
  ['platelet count decreased', '75 10*9/L', '0.1', { low: '150' }, '2 1 1'],
  ['platelet count decreased', '50 10*9/L', '0.1', { low: '150' }, '3 2 2'],
  ['platelet count decreased', '25 10*9/L', '0.1', { low: '150' }, '4 3 3'],
  ['platelet count decreased', '75000 /mm3', '1', { low: '150' }, '2 1 1'],
  ['platelet count decreased', '50000 /mm3', '1', { low: '150' }, '3 2 2'],
  ['platelet count decreased', '25000 /mm3', '1', { low: '150' }, '4 3 3'],
  ['leukocytosis', '100 10*9/L', '0.1', {}, '0 0 3'],
  ['leukocytosis', '100000 /mm3', '1', {}, '0 0 3'],
  ['lymphocyte count increased', '4 10*9/L', '0.1', {}, '0 0 2'],
  ['lymphocyte count increased', '20000 /mm3', '1', {}, '2 2 3'],
  ['hemoglobin increased', '160 g/L', '1', { high: '160' }, '0 0 1'],
  ['hemoglobin increased', '180 g/L', '1', { high: '160' }, '1 1 2'],
  ['hemoglobin increased', '20 g/dL', '0.1', { high: '160' }, '2 2 3'],
  ['eosinophilia', '0.5 10*9/L', '0.1', { high: '0.5', baseline: '0.3 10*9/L' }, '0 0 1'],
  ['eosinophilia', '0.8 10*9/L', '0.01', { high: '0.5', baseline: '0.8 10*9/L' }, '0 0 1'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

const increased: readonly (readonly [string, WrittenSetting, string])[] = [
  ['185 g/L', { version: 'v4.03', high: '160', baseline: '150 g/L' }, '2'],
  ['185 g/L', { version: 'v4.03', high: '160', baseline: '170 g/L' }, '1'],
  ['190 g/L', { version: 'v4.03', high: '160', baseline: '170 g/L' }, '1'],
  ['191 g/L', { version: 'v4.03', high: '160', baseline: '170 g/L' }, '2'],
  ['211 g/L', { version: 'v4.03', high: '160', baseline: '170 g/L' }, '3'],
  ['165 g/L', { version: 'v4.03', high: '160', baseline: '170 g/L' }, '0'],
  ['165 g/L', { version: 'v5.0', high: '160', baseline: '170 g/L' }, '1'],
  ['155 g/L', { version: 'v4.03', high: '160' }, '0'],
];

for (const [value, setting, expected] of increased)
  test(`hemoglobin increased ${value} after ${setting.baseline ?? 'no baseline'} in ${setting.version}: ${expected}`, () => {
    assert.equal(gradesWritten('hemoglobin increased', value, setting), expected);
  });

test('a normal range that reaches below an absolute limit does not lift it', () => {
  assert.equal(gradesWritten('anemia', '98 g/L', { low: '95' }), '2');
});

test('no step of a count stands twice', () => {
  const keys = bloodCountRules.flatMap(({ term, versions, grade, when }) =>
    versions.map((version) => `${term} ${version} ${grade} ${when.highBaseline ?? ''}`),
  );
  assert.equal(new Set(keys).size, keys.length);
});
