import assert from 'node:assert/strict';
import test from 'node:test';
import { findings } from '../findings.ts';
import { findingGuides } from './findings.ts';
import { workedValues } from './given.ts';

/** Answers of closed lists, of which no number is computed; evidence/ has nothing on them. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['pregnant', 'a yes, b yes or no'],
  ['urine-hCG', 'a negative, b negative or positive'],
  ['standard-treatment-response', 'a none, b none or partial or complete'],
  ['sex', 'a female, b female or male'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(findingGuides, measure), values));

test('every finding and sex have a guide', () => {
  assert.deepEqual([...findingGuides.guides.keys()], [...findings.map(({ id }) => id), 'sex']);
});
