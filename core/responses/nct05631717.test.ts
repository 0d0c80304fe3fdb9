import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source NCT05631717, the worked examples of its definition: R1 complete, R2 partial for its prednisone, R3 neither */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'NCT05631717-PR',
    {
      'creatinine at baseline': '0.9 mg/dL',
      'UPCR at baseline': '2.0 g/g',
      'creatinine at week 24': '1.10 mg/dL',
      'UPCR at week 24': '0.45 g/g',
    },
    'true',
  ],
  [
    'NCT05631717-CR',
    {
      'creatinine at baseline': '2.0 mg/dL',
      'UPCR at baseline': '4.0 g/g',
      'creatinine at week 24': '1.5 mg/dL',
      'UPCR at week 24': '1.0 g/g',
    },
    'false',
  ],
  [
    'NCT05631717-PR',
    {
      'creatinine at baseline': '2.0 mg/dL',
      'UPCR at baseline': '4.0 g/g',
      'creatinine at week 24': '1.5 mg/dL',
      'UPCR at week 24': '1.0 g/g',
    },
    'false',
  ],
  [
    'NCT05631717-PR',
    {
      'creatinine at baseline': '0.9 mg/dL',
      'UPCR at baseline': '2.0 g/g',
      'creatinine at week 24': '0.9 mg/dL',
      'UPCR at week 24': '1.0 g/g',
    },
    'false',
  ],
  [
    'NCT05631717-PR',
    {
      'creatinine at baseline': '0.9 mg/dL',
      'UPCR at baseline': '0.4 g/g',
      'protein-24h at baseline': 'not done',
      'creatinine at week 24': '0.9 mg/dL',
      'UPCR at week 24': '0.1 g/g',
    },
    'unknown',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () =>
    assert.equal(
      holds(id, items, { born: '1990-01-01', sex: 'female', normal: { creatinine: '0.5..1.0' } }),
      expected,
    ));

/** R1 and R2: 10 and 12.5 mg/d of prednisone. */
for (const [dose, expected] of [
  ['10 mg', 'true'],
  ['12.5 mg', 'false'],
] as const)
  test(`NCT05631717-CR at ${dose}: ${expected}`, () => {
    const items = {
      'creatinine at baseline': '0.9 mg/dL',
      'creatinine at week 24': '1.10 mg/dL',
      'UPCR at week 24': '0.45 g/g',
    };
    const history = [{ concept: 'prednisone', start: '2026-01-01', end: 'ongoing', dose }];
    assert.equal(holds('NCT05631717-CR', items, { history }), expected);
  });
