import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { rand36Guides } from './rand-36.ts';

/** Worked examples Q1 to Q3, and Q5 as published, by hays1993. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['RAND-36-PF', 'Q1 100, Q2 0, Q3 80'],
  ['RAND-36-RP', 'Q1 100, Q2 0, Q3 50'],
  ['RAND-36-BP', 'Q1 100, Q2 0, Q3 67.5'],
  ['RAND-36-GH', 'Q1 100, Q2 0, Q3 60'],
  ['RAND-36-VT', 'Q1 100, Q2 0, Q3 60, Q5 46.667'],
  ['RAND-36-SF', 'Q1 100, Q2 0, Q3 75'],
  ['RAND-36-RE', 'Q1 100, Q2 0, Q3 66.667'],
  ['RAND-36-MH', 'Q1 100, Q2 0, Q3 72'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(rand36Guides, measure), values));
