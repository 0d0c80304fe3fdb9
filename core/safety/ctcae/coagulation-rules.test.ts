import assert from 'node:assert/strict';
import test from 'node:test';
import { coagulationRules } from './coagulation-rules.ts';
import { gradesAround, gradesWritten, type WrittenSetting } from './given.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

const free = { anticoagulated: false };
const treated = { anticoagulated: true, baseline: '2' };
const v4 = { version: 'v4.03', high: '1.2' } as const;

/** Grades one step below, at and one step above each limit that ctcae5 and ctcae403 print. */
const limits: readonly (readonly [LaboratoryTerm, string, string, WrittenSetting, string])[] = [
  ['activated partial thromboplastin time prolonged', '36 s', '1', { high: '36' }, '0 0 1'],
  ['activated partial thromboplastin time prolonged', '54 s', '1', { high: '36' }, '1 1 2'],
  ['activated partial thromboplastin time prolonged', '90 s', '1', { high: '36' }, '2 2 3'],
  ['INR increased', '1.2', '0.01', free, '0 0 1'],
  ['INR increased', '1.5', '0.01', free, '1 1 2'],
  ['INR increased', '2.5', '0.01', free, '2 2 3'],
  ['INR increased', '2.0', '0.01', treated, '0 0 1'],
  ['INR increased', '3.0', '0.01', treated, '1 1 2'],
  ['INR increased', '5.0', '0.01', treated, '2 2 3'],
  ['INR increased', '1.2', '0.01', { ...v4, ...free }, '0 0 1'],
  ['INR increased', '1.8', '0.01', { ...v4, ...free }, '1 1 2'],
  ['INR increased', '3.0', '0.01', { ...v4, ...free }, '2 2 3'],
  ['INR increased', '3.0', '0.01', { ...v4, ...treated }, '1 1 2'],
  ['fibrinogen decreased', '2.0 g/L', '0.1', { low: '2', baseline: '2.2 g/L' }, '1 0 0'],
  ['fibrinogen decreased', '1.5 g/L', '0.01', { low: '2', baseline: '1.6 g/L' }, '2 1 1'],
  ['fibrinogen decreased', '1.0 g/L', '0.01', { low: '2', baseline: '1.1 g/L' }, '3 2 2'],
  ['fibrinogen decreased', '0.5 g/L', '0.01', { low: '2', baseline: '0.6 g/L' }, '4 3 3'],
  ['fibrinogen decreased', '50 mg/dL', '1', { low: '1.2', baseline: '0.6 g/L' }, '4 3 3'],
  ['fibrinogen decreased', '1.8 g/L', '0.01', { low: '2', baseline: '2.4 g/L' }, '2 2 1'],
  ['fibrinogen decreased', '1.8 g/L', '0.01', { low: '2', baseline: '3.6 g/L' }, '3 3 2'],
  ['fibrinogen decreased', '1.8 g/L', '0.01', { low: '2', baseline: '7.2 g/L' }, '4 4 3'],
  ['fibrinogen decreased', '3.0 g/L', '0.01', { low: '2', baseline: '4 g/L' }, '0 0 0'],
  ['fibrinogen decreased', '3.0 g/L', '0.01', { version: 'v4.03', low: '2', baseline: '4 g/L' }, '2 2 1'],
  ['fibrinogen decreased', '4.0 g/L', '0.01', { version: 'v4.03', low: '2', baseline: '4 g/L' }, '1 0 0'],
  ['haptoglobin decreased', '0.3 g/L', '0.01', { low: '0.3' }, '1 0 0'],
];

for (const [term, limit, step, setting, expected] of limits)
  test(`${term} around ${limit} ${JSON.stringify(setting)}: ${expected}`, () => {
    assert.equal(gradesAround(term, limit, step, setting), expected);
  });

test('whether someone is on anticoagulation decides which rule of the INR holds', () => {
  assert.equal(gradesWritten('INR increased', '2.6', { baseline: '2.5' }), '1 3');
  assert.equal(gradesWritten('INR increased', '1.0', { baseline: '1.0' }), '0');
});

test('no rule of coagulation asks for symptoms', () => {
  assert.ok(coagulationRules.every(({ when }) => when.symptomatic === undefined && when.highBaseline === undefined));
});
