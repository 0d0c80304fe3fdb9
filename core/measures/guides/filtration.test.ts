import assert from 'node:assert/strict';
import test from 'node:test';
import { filtrationGuides } from './filtration.ts';
import { workedValues } from './given.ts';

/** Worked examples E1 to E6 of inker2021, levey2009, levey2006, inker2012, cockcroft1976 and schwartz2009, computed elsewhere to
 * three places. E3 is there 44.694, 42.284 and 39.747, of 120 umol/L by the rounded factor 88.4; here creatinine weighs 113.12 g/mol. pierce2021: 39 · 1.5 / 0.7. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['eGFR', 'E1 101.589, E2 58.147, E3 44.695'],
  ['eGFR-CKD-EPI-2009', 'E1 98.931, E2 55.427, E3 42.285'],
  ['eGFR-MDRD', 'E1 84.221, E2 50.609, E3 39.748'],
  ['eGFR-cystatin-C', 'E4 61.63, E4 112.87'],
  ['eGFR-creatinine-cystatin-C', 'E5 76.987'],
  ['eGFR-Schwartz', 'E6 88.5'],
  ['eGFR-CKiD-U25', 'a 83.571'],
  ['eGFR-by-age', 'E6 88.5, E1 101.589'],
  ['creatinine-clearance', 'E1 97.396, E2 70.37'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(filtrationGuides, measure), values));
