import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { pgaGuides } from './pga.ts';

/** The scale of furie2009; 30 mm and 3 of 10 are 0.9. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['PGA', 'a 1.8, b not known'],
  ['PGA-100mm', 'a 0.9, b not known'],
  ['PGA-10', 'a 0.9, b not known'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(pgaGuides, measure), values));
