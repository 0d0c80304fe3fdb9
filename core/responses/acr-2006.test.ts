import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

const sediment = {
  'urine-RBC at week 24': '5 /[HPF]',
  'urine-WBC at week 24': '3 /[HPF]',
  'RBC-casts at week 24': 'absent',
};
const normal = { creatinine: '0.5..1.0' };

/** @source acr2006: creatinine is normal up to 1.0 mg/dL; each limit on it and beside it */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'ACR-2006-CR',
    { 'UPCR at week 24': '0.19 g/g', 'creatinine at baseline': '0.9 mg/dL', 'creatinine at week 24': '1.0 mg/dL' },
    'true',
  ],
  [
    'ACR-2006-CR',
    { 'UPCR at week 24': '0.2 g/g', 'creatinine at baseline': '0.9 mg/dL', 'creatinine at week 24': '1.0 mg/dL' },
    'false',
  ],
  [
    'ACR-2006-CR',
    { 'UPCR at week 24': '0.19 g/g', 'creatinine at baseline': '0.9 mg/dL', 'creatinine at week 24': '1.1 mg/dL' },
    'false',
  ],
  [
    'ACR-2006-CR',
    {
      'UPCR at week 24': '0.19 g/g',
      'creatinine at baseline': '1.5 mg/dL',
      'eGFR at baseline': '60',
      'eGFR at week 24': '75',
    },
    'true',
  ],
  [
    'ACR-2006-CR',
    {
      'UPCR at week 24': '0.19 g/g',
      'creatinine at baseline': '1.5 mg/dL',
      'eGFR at baseline': '60',
      'eGFR at week 24': '74.9',
    },
    'false',
  ],
  [
    'ACR-2006-PR',
    {
      'UPCR at week 24': '2.0 g/g',
      'UPCR at baseline': '4.0 g/g',
      'creatinine at baseline': '0.9 mg/dL',
      'eGFR at baseline': '60',
      'eGFR at week 24': '60',
    },
    'true',
  ],
  [
    'ACR-2006-PR',
    {
      'UPCR at week 24': '2.0 g/g',
      'UPCR at baseline': '3.9 g/g',
      'creatinine at baseline': '0.9 mg/dL',
      'eGFR at baseline': '60',
      'eGFR at week 24': '60',
    },
    'false',
  ],
  [
    'ACR-2006-PR',
    {
      'UPCR at week 24': '2.01 g/g',
      'UPCR at baseline': '5.0 g/g',
      'creatinine at baseline': '0.9 mg/dL',
      'eGFR at baseline': '60',
      'eGFR at week 24': '60',
    },
    'false',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () =>
    assert.equal(holds(id, { ...items, ...sediment }, { normal }), expected));

test('without the normal range of the laboratory it is not known', () =>
  assert.equal(
    holds('ACR-2006-CR', {
      'UPCR at week 24': '0.1 g/g',
      'creatinine at baseline': '0.9 mg/dL',
      'creatinine at week 24': '0.9 mg/dL',
      ...sediment,
    }),
    'unknown',
  ));
