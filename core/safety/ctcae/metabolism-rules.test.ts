import assert from 'node:assert/strict';
import test from 'node:test';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';
import { metabolismRules } from './metabolism-rules.ts';

const albumin = { low: '35' };
const glucose = { low: '3.9', high: '5.6' };
const fasting: WrittenSetting = { ...glucose, version: 'v4.03' };
const cholesterol = { high: '5.2' };
const urate = { high: '420' };

/** Grades one step below, at and one step above each limit that ctcae5 and ctcae403 print. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['hypoalbuminemia', '35 g/L', '0.1', albumin, '1 0 0'],
  ['hypoalbuminemia', '30 g/L', '0.1', albumin, '2 1 1'],
  ['hypoalbuminemia', '20 g/L', '0.1', albumin, '3 2 2'],
  ['hypoalbuminemia', '3 g/dL', '0.01', albumin, '2 1 1'],
  ['hypoalbuminemia', '2 g/dL', '0.01', albumin, '3 2 2'],
  ['hypoglycemia', '3.9 mmol/L', '0.1', glucose, '1 0 0'],
  ['hypoglycemia', '3.0 mmol/L', '0.1', glucose, '2 1 1'],
  ['hypoglycemia', '2.2 mmol/L', '0.1', glucose, '3 2 2'],
  ['hypoglycemia', '1.7 mmol/L', '0.1', glucose, '4 3 3'],
  ['hypoglycemia', '55 mg/dL', '1', glucose, '2 1 1'],
  ['hypoglycemia', '40 mg/dL', '1', glucose, '3 2 2'],
  ['hypoglycemia', '30 mg/dL', '1', glucose, '4 3 3'],
  ['hyperglycemia, fasting', '5.6 mmol/L', '0.1', fasting, '0 0 1'],
  ['hyperglycemia, fasting', '8.9 mmol/L', '0.1', fasting, '1 1 2'],
  ['hyperglycemia, fasting', '13.9 mmol/L', '0.1', fasting, '2 2 3'],
  ['hyperglycemia, fasting', '27.8 mmol/L', '0.1', fasting, '3 3 4'],
  ['hyperglycemia, fasting', '160 mg/dL', '1', fasting, '1 1 2'],
  ['hyperglycemia, fasting', '250 mg/dL', '1', fasting, '2 2 3'],
  ['hyperglycemia, fasting', '500 mg/dL', '1', fasting, '3 3 4'],
  ['cholesterol high', '5.2 mmol/L', '0.01', cholesterol, '0 0 1'],
  ['cholesterol high', '7.75 mmol/L', '0.01', cholesterol, '1 1 2'],
  ['cholesterol high', '10.34 mmol/L', '0.01', cholesterol, '2 2 3'],
  ['cholesterol high', '12.92 mmol/L', '0.01', cholesterol, '3 3 4'],
  ['cholesterol high', '300 mg/dL', '1', cholesterol, '1 1 2'],
  ['cholesterol high', '400 mg/dL', '1', cholesterol, '2 2 3'],
  ['cholesterol high', '500 mg/dL', '1', cholesterol, '3 3 4'],
  ['hypertriglyceridemia', '1.71 mmol/L', '0.01', {}, '0 1 1'],
  ['hypertriglyceridemia', '3.42 mmol/L', '0.01', {}, '1 1 2'],
  ['hypertriglyceridemia', '5.7 mmol/L', '0.01', {}, '2 2 3'],
  ['hypertriglyceridemia', '11.4 mmol/L', '0.01', {}, '3 3 4'],
  ['hypertriglyceridemia', '150 mg/dL', '1', {}, '0 1 1'],
  ['hypertriglyceridemia', '300 mg/dL', '1', {}, '1 1 2'],
  ['hypertriglyceridemia', '500 mg/dL', '1', {}, '2 2 3'],
  ['hypertriglyceridemia', '1000 mg/dL', '1', {}, '3 3 4'],
  ['hyperuricemia', '420 umol/L', '1', urate, '0 0 1/3'],
  ['hyperuricemia', '420 umol/L', '1', { ...urate, symptomatic: false }, '0 0 1'],
  ['hyperuricemia', '420 umol/L', '1', { ...urate, symptomatic: true }, '0 0 3'],
  ['hyperuricemia', '590 umol/L', '1', { ...urate, symptomatic: true }, '3 3 3'],
  ['hyperuricemia', '590 umol/L', '1', { ...urate, version: 'v4.03', symptomatic: true }, '3 3 4'],
  ['hyperuricemia', '10 mg/dL', '0.1', { ...urate, version: 'v4.03', symptomatic: false }, '1 1 4'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit} ${JSON.stringify(setting)}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

test('a limit of normal in mmol/L holds for a value in mg/dL', () => {
  // 5.2 mmol/L of cholesterol are 201.058 mg/dL.
  assert.equal(gradesWritten('cholesterol high', '201 mg/dL', cholesterol), '0');
  assert.equal(gradesWritten('cholesterol high', '202 mg/dL', cholesterol), '1');
});

test('v5.0 does not grade glucose upwards by numbers', () => {
  assert.deepEqual(
    metabolismRules.filter(({ term, versions }) => term === 'hyperglycemia, fasting' && versions.includes('v5.0')),
    [],
  );
});
