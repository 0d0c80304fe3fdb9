import assert from 'node:assert/strict';
import test from 'node:test';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import { kidneyAndHeartRules } from './kidney-and-heart-rules.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

const creatinine = { high: '1.2', baseline: '1.2 mg/dL' };
const low = { high: '1.2', baseline: '0.6 mg/dL' };
const qt = { baseline: '420 ms' };
const QTc = 'electrocardiogram QT corrected interval prolonged';

/** Grades one step below, at and one step above each limit that ctcae5 and ctcae403 print. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['creatinine increased', '1.2 mg/dL', '0.01', creatinine, '0 0 1'],
  ['creatinine increased', '1.8 mg/dL', '0.01', creatinine, '1 1 2'],
  ['creatinine increased', '3.6 mg/dL', '0.01', creatinine, '2 2 3'],
  ['creatinine increased', '7.2 mg/dL', '0.01', creatinine, '3 3 4'],
  ['creatinine increased', '0.6 mg/dL', '0.01', low, '0 0 0'],
  ['creatinine increased', '0.9 mg/dL', '0.01', low, '0 0 2'],
  ['creatinine increased', '1.8 mg/dL', '0.01', low, '2 2 3'],
  ['creatinine increased', '0.6 mg/dL', '0.01', { ...low, version: 'v4.03' }, '0 0 1'],
  ['creatinine increased', '0.9 mg/dL', '0.01', { ...low, version: 'v4.03' }, '1 1 2'],
  ['creatinine increased', '1.8 mg/dL', '0.01', { ...low, version: 'v4.03' }, '2 2 3'],
  ['creatinine increased', '7.2 mg/dL', '0.01', { ...creatinine, version: 'v4.03' }, '3 3 4'],
  ['proteinuria', '0.15 g/24h', '0.01', { high: '0.15' }, '0 1 1'],
  ['proteinuria', '1.0 g/24h', '0.01', { high: '0.15' }, '1 2 2'],
  ['proteinuria', '3.5 g/24h', '0.01', { high: '0.15' }, '2 3 3'],
  ['proteinuria', '1000 mg/24h', '1', { high: '0.15' }, '1 2 2'],
  ['proteinuria', '3500 mg/24h', '1', { high: '0.15' }, '2 3 3'],
  ['proteinuria by dipstick', '1', '1', {}, '0 1 2'],
  ['proteinuria by dipstick', '4', '1', {}, '2 3 3'],
  [QTc, '450 ms', '1', qt, '0 1 1'],
  [QTc, '481 ms', '1', { baseline: '430 ms' }, '1 2 2'],
  [QTc, '501 ms', '1', { baseline: '450 ms' }, '2 3 3'],
  [QTc, '480 ms', '1', qt, '1 1 3'],
  [QTc, '440 ms', '1', { baseline: '380 ms' }, '0 0 3'],
  [QTc, '0.501 s', '0.001', { baseline: '0.450 s' }, '2 3 3'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit} ${JSON.stringify(setting)}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

test('without a baseline the rise of the QT interval stays open', () => {
  assert.equal(gradesWritten(QTc, '440 ms'), '0 3');
  assert.equal(gradesWritten(QTc, '505 ms'), '3');
});

test('creatinine in umol/L converts by its molar mass', () => {
  // 1.2 mg/dL are 106.082 umol/L.
  assert.equal(gradesWritten('creatinine increased', '106.08 umol/L', creatinine), '0');
  assert.equal(gradesWritten('creatinine increased', '106.09 umol/L', creatinine), '1');
});

test('proteinuria has no grade 4', () => {
  assert.ok(kidneyAndHeartRules.every(({ term, grade }) => !term.startsWith('proteinuria') || grade < 4));
});
