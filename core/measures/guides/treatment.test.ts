import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { treatmentGuides } from './treatment.ts';

/** Worked examples G1 to G3 with the equivalents of meikle1977: the rate of a day, and the sum over days. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['prednisone-equivalent', 'G1 30, G1 3780, G2 20, G2 2495, G3 5, G3 190'],
  ['prednisone-equivalent-without-pulses', 'G2 20, G2 620, G3 190'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(treatmentGuides, measure), values));
