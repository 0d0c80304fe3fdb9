import assert from 'node:assert/strict';
import test from 'node:test';
import { rational } from '#core/quantities/rational.ts';
import { reported } from './given.ts';
import { lackedBy } from './laboratory-missing.ts';
import { rulesOf } from './laboratory-rules.ts';
import type { LaboratorySetting } from './laboratory-setting.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

const bare: LaboratorySetting = { version: 'v5.0', normal: undefined, baseline: undefined };
const normal = { low: rational(1), high: rational(2), of: 'test', written: '' };

const asked: readonly (readonly [LaboratoryTerm, string, LaboratorySetting, string])[] = [
  ['anemia', '100 g/L', bare, 'lower limit of normal'],
  ['anemia', '100 g/L', { ...bare, normal }, ''],
  ['anemia', '<100 g/L', { ...bare, normal }, 'exact value'],
  ['hyperkalemia', '5 mmol/L', { ...bare, normal: { ...normal, high: undefined } }, 'upper limit of normal'],
  ['creatinine increased', '1 mg/dL', bare, 'upper limit of normal, baseline'],
  ['creatinine increased', '1 mg/dL', { ...bare, normal, baseline: reported('<1 mg/dL') }, 'exact baseline'],
  ['GGT increased', '1 U/L', { ...bare, normal }, 'baseline'],
  ['hypokalemia', '3 mmol/L', { ...bare, normal }, 'whether symptomatic'],
  ['hypokalemia', '3 mmol/L', { ...bare, normal, symptomatic: false }, ''],
  ['INR increased', '3', bare, 'whether anticoagulated, baseline'],
  ['INR increased', '3', { ...bare, anticoagulated: false }, 'baseline'],
];

for (const [term, value, setting, expected] of asked)
  test(`${term} ${value} lacks ${expected === '' ? 'nothing' : expected}`, () => {
    assert.equal(lackedBy(rulesOf(term, 'v5.0'), reported(value), setting).join(', '), expected);
  });
