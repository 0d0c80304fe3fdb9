import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source appel2009: R9 of the worked examples (5.0 to 2.4 g/g), and each limit */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'ALMS-response',
    {
      'UPCR at baseline': '5.0 g/g',
      'UPCR at week 24': '2.4 g/g',
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
    },
    'true',
  ],
  [
    'ALMS-response',
    {
      'UPCR at baseline': '3.0 g/g',
      'UPCR at week 24': '3.0 g/g',
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
    },
    'false',
  ],
  [
    'ALMS-response',
    {
      'UPCR at baseline': '2.9 g/g',
      'UPCR at week 24': '1.45 g/g',
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.25 mg/dL',
    },
    'true',
  ],
  [
    'ALMS-response',
    {
      'UPCR at baseline': '2.9 g/g',
      'UPCR at week 24': '1.46 g/g',
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.25 mg/dL',
    },
    'false',
  ],
  [
    'ALMS-CR',
    {
      'creatinine at week 24': '1.0 mg/dL',
      'protein-24h at week 24': '0.5 g/24h',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '5 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'ALMS-CR',
    {
      'creatinine at week 24': '1.1 mg/dL',
      'protein-24h at week 24': '0.5 g/24h',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '5 /[HPF]',
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
