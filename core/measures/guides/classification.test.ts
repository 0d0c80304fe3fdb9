import assert from 'node:assert/strict';
import test from 'node:test';
import { classificationGuides } from './classification.ts';
import { workedValues } from './given.ts';

/** Worked examples K1 to K9: hochberg1997, petri2012, aringer2019. K9 is told with leucopenia and without it. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['ACR-1997-count', 'K1 4, K2 3..4, K3 3'],
  ['SLICC-2012', 'K4 yes, K5 no, K6 yes, a yes or no'],
  ['EULAR-ACR-2019', 'K7 yes, K8 no, K9 yes, K9 no, a yes or no'],
  ['EULAR-ACR-2019-score', 'K7 10, K8 20, K9 10, K9 7, a 7..10'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(classificationGuides, measure), values));
