import assert from 'node:assert/strict';
import test from 'node:test';
import { gradesWritten, gradeWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

/** Worked examples, each computed by hand: ratios 1.583 and 1.9; 1.833; 3.25; limits of potassium and haemoglobin. */
const worked: readonly (readonly [string, LaboratoryTerm, string, WrittenSetting, string])[] = [
  ['T1', 'creatinine increased', '1.9 mg/dL', { high: '1.2', baseline: '1.0 mg/dL' }, '2'],
  ['T2', 'creatinine increased', '1.1 mg/dL', { high: '1.2', baseline: '0.6 mg/dL' }, '2'],
  ['T3', 'alanine aminotransferase increased', '130 U/L', { high: '40', baseline: '30 U/L' }, '2'],
  ['T4', 'hyperkalemia', '6.0 mmol/L', { high: '5.1' }, '2'],
  ['T4', 'hyperkalemia', '6.1 mmol/L', { high: '5.1' }, '3'],
  ['T5', 'anemia', '99.9 g/L', { low: '120' }, '2'],
  ['T5', 'anemia', '100 g/L', { low: '120' }, '1'],
];

for (const [name, term, value, setting, expected] of worked)
  test(`${name}: ${term} ${value} is ${expected}`, () => {
    const graded = gradeWritten(term, value, setting);
    assert.deepEqual([graded.possible.join(' '), graded.status, graded.missing], [expected, 'ok', []]);
  });

/** What stays open, and what is asked for; limits of ctcae5. */
const open: readonly (readonly [LaboratoryTerm, string | undefined, WrittenSetting, string, string, string])[] = [
  ['anemia', '105 g/L', {}, '0 1', 'partial', 'lower limit of normal'],
  ['anemia', '99 g/L', {}, '2', 'ok', ''],
  ['anemia', undefined, { low: '120' }, '0 1 2 3', 'not evaluable', 'value'],
  ['anemia', '105 mg/24h', { low: '120' }, '0 1 2 3', 'not evaluable', 'convertible unit'],
  ['anemia', '<85 g/L', { low: '120' }, '2 3', 'partial', 'exact value'],
  ['anemia', '<80 g/L', {}, '3', 'ok', ''],
  ['anemia', '<105 g/L', {}, '0 1 2 3', 'not evaluable', 'exact value, lower limit of normal'],
  ['anemia', '90-125 g/L', { low: '120' }, '0 1 2', 'partial', 'exact value'],
  ['anemia', '130 g/L', { high: '120' }, '0', 'ok', ''],
  ['hyperkalemia', '5.2 mmol/L', {}, '0 1', 'partial', 'upper limit of normal'],
  ['hyperkalemia', '5.6 mmol/L', {}, '2', 'ok', ''],
  ['hypokalemia', '3.2 mmol/L', { low: '3.5' }, '1 2', 'partial', 'whether symptomatic'],
  ['hypokalemia', '3.2 mmol/L', {}, '0 1 2', 'partial', 'lower limit of normal, whether symptomatic'],
  ['hypokalemia', '3.2 mmol/L', { symptomatic: true }, '0 2', 'partial', 'lower limit of normal'],
  ['hypokalemia', '3.6 mmol/L', { low: '3.5' }, '0', 'ok', ''],
  ['hyponatremia', '127 mmol/L', { low: '135' }, '2 3', 'partial', 'whether symptomatic'],
  ['hyponatremia', '122 mmol/L', {}, '3', 'ok', ''],
  ['creatinine increased', '1.9 mg/dL', { high: '1.2' }, '2 3', 'partial', 'baseline'],
  ['creatinine increased', '1.1 mg/dL', { high: '1.2' }, '0 2 3', 'partial', 'baseline'],
  ['creatinine increased', '1.9 mg/dL', { baseline: '1.0 mg/dL' }, '2 3 4', 'partial', 'upper limit of normal'],
  ['creatinine increased', '8 mg/dL', { high: '1.2' }, '4', 'ok', ''],
  ['creatinine increased', '1.9 mg/dL', {}, '0 1 2 3 4', 'not evaluable', 'upper limit of normal, baseline'],
  ['creatinine increased', '1.9 mg/dL', { high: '1.2', baseline: '1 g/24h' }, '2 3', 'partial', 'baseline'],
  ['creatinine increased', '2.5 mg/dL', { high: '1.2', baseline: '<1 mg/dL' }, '2 3', 'partial', 'exact baseline'],
  [
    'alanine aminotransferase increased',
    '130 U/L',
    { baseline: '30 U/L' },
    '0 1 2',
    'partial',
    'upper limit of normal',
  ],
  ['alanine aminotransferase increased', '130 U/L', { high: '40' }, '0 1 2', 'partial', 'baseline'],
  ['INR increased', '1.3', { baseline: '1.3' }, '0 1', 'partial', 'whether anticoagulated'],
  ['INR increased', '1.3', { anticoagulated: false }, '1', 'ok', ''],
  ['hypophosphatemia', '0.5 mmol/L', { low: '0.8' }, '0 1 2 3 4', 'not evaluable', 'rule'],
  ['proteinuria', '2 g/24h', { version: 'v4.03', high: '0.15' }, '0 1 2 3 4', 'not evaluable', 'rule'],
];

for (const [term, value, setting, possible, status, missing] of open)
  test(`${term} ${value ?? 'missing'} ${JSON.stringify(setting)}: ${possible}, ${status}`, () => {
    const graded = gradeWritten(term, value, setting);
    assert.deepEqual(
      [graded.possible.join(' '), graded.status, [...graded.missing].sort().join(', ')],
      [possible, status, missing.split(', ').sort().join(', ')],
    );
  });

test('a grade names its scale, version, term and rule', () => {
  const { scale, version, term, rule } = gradeWritten('anemia', '99 g/L', { version: 'v4.03' });
  assert.deepEqual(
    { scale, version, term, rule },
    { scale: 'CTCAE', version: 'v4.03', term: 'anemia', rule: 'CTCAE v4.03 anemia/1' },
  );
});

test('criteria without a number are named and not weighed', () => {
  assert.deepEqual(gradeWritten('anemia', '99 g/L', { low: '120' }).clinical, [
    { grade: 3, text: 'transfusion indicated' },
    { grade: 4, text: 'life-threatening consequences' },
  ]);
  assert.deepEqual(gradeWritten('creatinine increased', '1 mg/dL', { high: '1.2' }).clinical, []);
});

test('exact comparisons: 3 × 0.7 is not above 2.1', () => {
  // 3 * 0.7 in binary numbers is 2.0999999999999996.
  assert.equal(gradesWritten('creatinine increased', '2.1 mg/dL', { high: '0.7', baseline: '0.7 mg/dL' }), '2');
});
