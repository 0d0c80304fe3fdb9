import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source acr2006, with limits that are ours: 5 per high-power field, inclusive */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'inactive-sediment',
    { 'urine-RBC at week 24': '5 /[HPF]', 'urine-WBC at week 24': '5 /[HPF]', 'RBC-casts at week 24': 'absent' },
    'true',
  ],
  [
    'inactive-sediment',
    { 'urine-RBC at week 24': '6 /[HPF]', 'urine-WBC at week 24': '5 /[HPF]', 'RBC-casts at week 24': 'absent' },
    'false',
  ],
  [
    'inactive-sediment',
    { 'urine-RBC at week 24': '5 /[HPF]', 'urine-WBC at week 24': '5-10 /[HPF]', 'RBC-casts at week 24': 'absent' },
    'unknown',
  ],
  [
    'inactive-sediment',
    { 'urine-RBC at week 24': '5 /[HPF]', 'urine-WBC at week 24': '5 /[HPF]', 'RBC-casts at week 24': 'present' },
    'false',
  ],
  ['inactive-sediment', { 'urine-RBC at week 24': '5 /[HPF]', 'urine-WBC at week 24': '5 /[HPF]' }, 'unknown'],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () =>
    assert.equal(
      holds(id, items, { born: '1990-01-01', sex: 'female', normal: { creatinine: '0.5..1.0' } }),
      expected,
    ));
