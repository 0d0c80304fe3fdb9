import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from '../given.ts';
import { printCondition } from '../print.ts';
import type { Condition } from '../syntax.ts';
import { plainCondition } from './claims.ts';

const definitions = new Map<string, Condition>([['low-protein', conditionOf('UPCR < 0.5 g/g')]]);

/** Sentence as written, sentence written out at week 24. */
const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', 'UPCR at week 24 < 0.5 g/g'],
  ['low-protein', 'UPCR at week 24 < 0.5 g/g'],
  ['low-protein at baseline', 'UPCR at baseline < 0.5 g/g'],
  ['UPCR falls by > 50% from baseline', 'UPCR at week 24 falls by > 50% from baseline'],
  ['creatinine <= 125% of creatinine at baseline', 'creatinine at week 24 <= 125% of creatinine at baseline'],
  ['pregnant', 'pregnant at week 24'],
  ['judged "worse"', 'judged "worse" at week 24'],
  ['received rituximab ever', 'judged "received rituximab ever" at week 24'],
  ['reached consent', 'judged "reached consent" at week 24'],
  [
    'number of new A grades of BILAG-2004 from baseline = 0',
    'judged "number of new A grades of BILAG-2004 from baseline = 0" at week 24',
  ],
  ['not (UPCR < 0.5 g/g or pregnant)', 'not (UPCR at week 24 < 0.5 g/g or pregnant at week 24)'],
];

for (const [written, out] of rows)
  test(`${written} → ${out}`, () =>
    assert.equal(printCondition(plainCondition(conditionOf(written), { definitions, here: 'week 24' })), out));
