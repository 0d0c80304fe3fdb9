import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source NCT03673748, the worked examples of its definition: R4 complete, R5 partial for its albumin, R6 neither */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'NCT03673748-CR',
    {
      'eGFR at baseline': '48',
      'eGFR at week 24': '42',
      'protein-24h at week 24': '0.5 g/24h',
      'albumin at week 24': '3.2 g/dL',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '3 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'NCT03673748-CR',
    {
      'eGFR at baseline': '48',
      'eGFR at week 24': '42',
      'protein-24h at week 24': '0.5 g/24h',
      'albumin at week 24': '3.0 g/dL',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '3 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
  [
    'NCT03673748-PR',
    {
      'eGFR at baseline': '48',
      'eGFR at week 24': '42',
      'protein-24h at baseline': '4.1 g/24h',
      'protein-24h at week 24': '0.5 g/24h',
    },
    'true',
  ],
  [
    'NCT03673748-PR',
    {
      'eGFR at baseline': '90',
      'eGFR at week 24': '90',
      'protein-24h at baseline': '3.4 g/24h',
      'protein-24h at week 24': '1.7 g/24h',
    },
    'false',
  ],
  [
    'NCT03673748-PR',
    {
      'eGFR at baseline': '90',
      'eGFR at week 24': '90',
      'protein-24h at baseline': '3.5 g/24h',
      'protein-24h at week 24': '3.49 g/24h',
    },
    'true',
  ],
  [
    'NCT03673748-PR',
    {
      'eGFR at baseline': '90',
      'eGFR at week 24': '67.5',
      'protein-24h at baseline': '3.4 g/24h',
      'protein-24h at week 24': '1.69 g/24h',
    },
    'true',
  ],
  [
    'NCT03673748-PR',
    {
      'eGFR at baseline': '90',
      'eGFR at week 24': '67.4',
      'protein-24h at baseline': '3.4 g/24h',
      'protein-24h at week 24': '1.69 g/24h',
    },
    'false',
  ],
  [
    'NCT03673748-CR',
    {
      'eGFR at baseline': '48',
      'eGFR at week 24': '40.7',
      'protein-24h at week 24': '0.5 g/24h',
      'albumin at week 24': '3.2 g/dL',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '3 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
  [
    'NCT03673748-CR',
    {
      'eGFR at baseline': '40',
      'eGFR at week 24': '47',
      'protein-24h at week 24': '0.5 g/24h',
      'albumin at week 24': '3.2 g/dL',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '3 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  [
    'NCT03673748-CR-literal',
    {
      'eGFR at baseline': '40',
      'eGFR at week 24': '47',
      'protein-24h at week 24': '0.5 g/24h',
      'albumin at week 24': '3.2 g/dL',
      'urine-RBC at week 24': '5 /[HPF]',
      'urine-WBC at week 24': '3 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'false',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));
