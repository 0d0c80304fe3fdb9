import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source mysler2013: each limit on it and beside it */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'BELONG-CR',
    { 'creatinine at baseline': '1.0 mg/dL', 'creatinine at week 24': '1.25 mg/dL', 'UPCR at week 24': '0.49 g/g' },
    'true',
  ],
  [
    'BELONG-CR',
    { 'creatinine at baseline': '1.0 mg/dL', 'creatinine at week 24': '1.26 mg/dL', 'UPCR at week 24': '0.49 g/g' },
    'false',
  ],
  [
    'BELONG-CR',
    { 'creatinine at baseline': '1.0 mg/dL', 'creatinine at week 24': '1.25 mg/dL', 'UPCR at week 24': '0.5 g/g' },
    'false',
  ],
  [
    'BELONG-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
      'UPCR at baseline': '3.0 g/g',
      'UPCR at week 24': '0.99 g/g',
    },
    'true',
  ],
  [
    'BELONG-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
      'UPCR at baseline': '3.0 g/g',
      'UPCR at week 24': '1.0 g/g',
    },
    'false',
  ],
  [
    'BELONG-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
      'UPCR at baseline': '6.0 g/g',
      'UPCR at week 24': '2.9 g/g',
    },
    'true',
  ],
  [
    'BELONG-PR',
    {
      'creatinine at baseline': '1.0 mg/dL',
      'creatinine at week 24': '1.0 mg/dL',
      'UPCR at baseline': '5.9 g/g',
      'UPCR at week 24': '2.96 g/g',
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
