import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { histologyGuides } from './histology.ts';

/** Worked examples N1 to N3 with the weights of bajema2018; in a, crescents count 0 to 6. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['LN-class', 'a III+V, b not known'],
  ['NIH-activity', 'N1 9, N2 24, a 6..12'],
  ['NIH-chronicity', 'N2 12, N3 3'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(histologyGuides, measure), values));
