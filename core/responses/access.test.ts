import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source access2014: each limit on it and beside it */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'ACCESS-CR',
    { 'creatinine at baseline': '1.0 mg/dL', 'creatinine at week 24': '1.2 mg/dL', 'UPCR at week 24': '0.5 g/g' },
    'false',
  ],
  [
    'ACCESS-CR',
    { 'creatinine at baseline': '0.8 mg/dL', 'creatinine at week 24': '1.3 mg/dL', 'UPCR at week 24': '0.4 g/g' },
    'false',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () =>
    assert.equal(
      holds(id, items, { born: '1990-01-01', sex: 'female', normal: { creatinine: '0.5..1.0' } }),
      expected,
    ));

for (const [dose, expected] of [
  ['10 mg', 'true'],
  ['10.5 mg', 'false'],
] as const)
  test(`ACCESS-CR at ${dose}: ${expected}`, () => {
    const items = {
      'creatinine at baseline': '1.1 mg/dL',
      'creatinine at week 24': '1.375 mg/dL',
      'UPCR at week 24': '0.49 g/g',
    };
    const history = [{ concept: 'prednisone', start: '2026-01-01', end: 'ongoing', dose }];
    assert.equal(holds('ACCESS-CR', items, { history }), expected);
  });
