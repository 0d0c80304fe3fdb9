import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { sf36Guides } from './sf-36.ts';

/** Worked examples Q1 to Q3 with the norms and weights of ware1994. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['SF-36-PCS', 'Q1 57.872, Q2 20.136, Q3 44.051'],
  ['SF-36-MCS', 'Q1 62.137, Q2 17.337, Q3 48.389'],
  ['SF-36-PF', 'Q1 100, Q2 0, Q3 80'],
  ['SF-36-RP', 'Q1 100, Q2 0, Q3 50'],
  ['SF-36-BP', 'Q1 100, Q2 0, Q3 62'],
  ['SF-36-GH', 'Q1 100, Q2 0, Q3 62'],
  ['SF-36-VT', 'Q1 100, Q2 0, Q3 60'],
  ['SF-36-SF', 'Q1 100, Q2 0, Q3 75'],
  ['SF-36-RE', 'Q1 100, Q2 0, Q3 66.667'],
  ['SF-36-MH', 'Q1 100, Q2 0, Q3 72'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(sf36Guides, measure), values));
