import assert from 'node:assert/strict';
import test from 'node:test';
import { isDoseUnit } from './dose-unit.ts';

const given = [
  'mg',
  'g/d',
  'mg/kg',
  'mg/kg/d',
  'g/m2',
  'mL',
  'mL/kg',
  '[IU]',
  '{cells}/kg',
  '10*6/kg',
  'mmol',
  '{tablet}',
];
const notGiven = ['mg/dL', 'g/L', 'U/L', '%', 'd', 'mm[Hg]', 'no unit'];

for (const unit of given) test(`a dose may be in ${unit}`, () => assert.equal(isDoseUnit(unit), true));
for (const unit of notGiven) test(`no dose is in ${unit}`, () => assert.equal(isDoseUnit(unit), false));
