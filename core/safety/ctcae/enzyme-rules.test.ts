import assert from 'node:assert/strict';
import test from 'node:test';
import { enzymeRules } from './enzyme-rules.ts';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

const v4 = { version: 'v4.03' } as const;
const normal = { high: '40', baseline: '30 U/L' };
const high = { high: '40', baseline: '60 U/L' };
const bilirubin = { high: '20', baseline: '15 umol/L' };
const highBilirubin = { high: '20', baseline: '30 umol/L' };
const well = { high: '100', symptomatic: false };
const ill = { high: '100', symptomatic: true };

/** Grades one step below, at and one step above each multiple that ctcae5 and ctcae403 print. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['alanine aminotransferase increased', '40 U/L', '1', normal, '0 0 1'],
  ['alanine aminotransferase increased', '120 U/L', '0.1', normal, '1 1 2'],
  ['alanine aminotransferase increased', '200 U/L', '0.1', normal, '2 2 3'],
  ['alanine aminotransferase increased', '800 U/L', '0.1', normal, '3 3 4'],
  ['alanine aminotransferase increased', '90 U/L', '0.1', high, '0 1 1'],
  ['alanine aminotransferase increased', '180 U/L', '0.1', high, '1 1 2'],
  ['alanine aminotransferase increased', '300 U/L', '0.1', high, '2 2 3'],
  ['alanine aminotransferase increased', '1200 U/L', '0.1', high, '3 3 4'],
  ['alanine aminotransferase increased', '120 U/L', '0.1', { ...v4, ...high }, '1 1 2'],
  ['alanine aminotransferase increased', '800 U/L', '0.1', { ...v4, ...high }, '3 3 4'],
  ['alanine aminotransferase increased', '2 ukat/L', '0.001', normal, '1 1 2'],
  ['aspartate aminotransferase increased', '200 U/L', '0.1', normal, '2 2 3'],
  ['aspartate aminotransferase increased', '90 U/L', '0.1', high, '0 1 1'],
  ['alkaline phosphatase increased', '100 U/L', '1', normal, '1 1 2'],
  ['alkaline phosphatase increased', '200 U/L', '1', normal, '2 2 3'],
  ['alkaline phosphatase increased', '120 U/L', '1', high, '0 1 1'],
  ['alkaline phosphatase increased', '150 U/L', '1', high, '1 1 2'],
  ['GGT increased', '120 U/L', '1', high, '0 1 1'],
  ['GGT increased', '300 U/L', '1', high, '2 2 3'],
  ['GGT increased', '100 U/L', '1', { ...v4, ...high }, '1 1 2'],
  ['blood bilirubin increased', '20 umol/L', '1', bilirubin, '0 0 1'],
  ['blood bilirubin increased', '30 umol/L', '1', bilirubin, '1 1 2'],
  ['blood bilirubin increased', '60 umol/L', '1', bilirubin, '2 2 3'],
  ['blood bilirubin increased', '200 umol/L', '1', bilirubin, '3 3 4'],
  ['blood bilirubin increased', '30 umol/L', '1', highBilirubin, '0 0 1'],
  ['blood bilirubin increased', '45 umol/L', '1', highBilirubin, '1 1 2'],
  ['blood bilirubin increased', '300 umol/L', '1', highBilirubin, '3 3 4'],
  ['CPK increased', '250 U/L', '1', { high: '100' }, '1 1 2'],
  ['CPK increased', '500 U/L', '1', { high: '100' }, '2 2 3'],
  ['CPK increased', '1000 U/L', '1', { high: '100' }, '3 3 4'],
  ['lipase increased', '100 U/L', '1', well, '0 0 1'],
  ['lipase increased', '150 U/L', '1', well, '1 1 2'],
  ['lipase increased', '200 U/L', '1', well, '2 2 2'],
  ['lipase increased', '200 U/L', '1', ill, '2 2 3'],
  ['lipase increased', '200 U/L', '1', { high: '100' }, '2 2 2/3'],
  ['lipase increased', '500 U/L', '1', well, '2 2 3'],
  ['lipase increased', '500 U/L', '1', ill, '3 3 4'],
  ['lipase increased', '500 U/L', '1', { high: '100' }, '2/3 2/3 3/4'],
  ['lipase increased', '200 U/L', '1', { ...v4, high: '100' }, '2 2 3'],
  ['serum amylase increased', '500 U/L', '1', ill, '3 3 4'],
  ['blood lactate dehydrogenase increased', '250 U/L', '1', { high: '250' }, '0 0 1'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit} ${JSON.stringify(setting)}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

/** Without a baseline it may have been high: then it was above the upper limit, and the grade is no higher. */
const withoutBaseline: readonly (readonly [string, string])[] = [
  ['40 U/L', '0'],
  ['41 U/L', '0 1'],
  ['130 U/L', '0 1 2'],
  ['210 U/L', '0 1 2 3'],
];

for (const [value, expected] of withoutBaseline)
  test(`ALT ${value}, upper limit 40, baseline missing: ${expected}`, () => {
    assert.equal(gradesWritten('alanine aminotransferase increased', value, { high: '40' }), expected);
  });

test('bilirubin in mg/dL converts by its molar mass', () => {
  // 20 umol/L are 1.16932 mg/dL.
  assert.equal(gradesWritten('blood bilirubin increased', '1.1693 mg/dL', bilirubin), '0');
  assert.equal(gradesWritten('blood bilirubin increased', '1.1694 mg/dL', bilirubin), '1');
});

test('v4.03 knows no baseline of an enzyme', () => {
  const old = enzymeRules.filter(({ versions }) => versions.includes('v4.03'));
  assert.ok(old.length > 0);
  for (const { value } of old)
    for (const { than } of value) assert.ok(than.kind === 'relative' && than.to !== 'baseline');
});
