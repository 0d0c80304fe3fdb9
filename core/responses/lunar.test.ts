import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source rovin2012: each limit on it and beside it */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'LUNAR-CR',
    {
      'creatinine at baseline': '0.9 mg/dL',
      'creatinine at week 24': '1.03 mg/dL',
      'UPCR at week 24': '0.4 g/g',
      'urine-RBC at week 24': '4 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'LUNAR-CR',
    {
      'creatinine at baseline': '0.9 mg/dL',
      'creatinine at week 24': '1.04 mg/dL',
      'UPCR at week 24': '0.4 g/g',
      'urine-RBC at week 24': '4 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
  [
    'LUNAR-CR',
    {
      'creatinine at baseline': '1.5 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
      'UPCR at week 24': '0.4 g/g',
      'urine-RBC at week 24': '4 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'LUNAR-CR',
    {
      'creatinine at baseline': '1.5 mg/dL',
      'creatinine at week 24': '1.1 mg/dL',
      'UPCR at week 24': '0.4 g/g',
      'urine-RBC at week 24': '4 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
  ['LUNAR-inactive-sediment', { 'urine-RBC at week 24': '5 /[HPF]', 'RBC-casts at week 24': 'absent' }, 'false'],
  [
    'LUNAR-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.15 mg/dL',
      'UPCR at baseline': '4.0 g/g',
      'UPCR at week 24': '2.0 g/g',
      'urine-RBC at baseline': '10 /[HPF]',
      'urine-RBC at week 24': '15 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'LUNAR-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.15 mg/dL',
      'UPCR at baseline': '2.0 g/g',
      'UPCR at week 24': '1.0 g/g',
      'urine-RBC at baseline': '10 /[HPF]',
      'urine-RBC at week 24': '15 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () =>
    assert.equal(
      holds(id, items, { born: '1990-01-01', sex: 'female', normal: { creatinine: '0.5..1.0' } }),
      expected,
    ));
