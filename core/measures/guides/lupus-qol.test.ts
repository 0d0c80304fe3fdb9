import assert from 'node:assert/strict';
import test from 'node:test';
import { workedValues } from './given.ts';
import { lupusQolGuides } from './lupus-qol.ts';

/** Worked examples L1 to L3 by mcelhone2007; the others by the same mean, 20 of 32, 8 of 8, 14 of 24, 11 of 12 and 0 of 16. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['LupusQoL-pain', 'L1 75'],
  ['LupusQoL-intimate-relationships', 'L2 75'],
  ['LupusQoL-burden', 'L3 not known'],
  ['LupusQoL-physical-health', 'a 62.5'],
  ['LupusQoL-planning', 'a 100'],
  ['LupusQoL-emotional-health', 'a 58.333'],
  ['LupusQoL-body-image', 'a 91.667'],
  ['LupusQoL-fatigue', 'a 0'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(lupusQolGuides, measure), values));
