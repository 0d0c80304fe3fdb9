import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultBilagOptions } from '../bilag/options.ts';
import { bilagGuides } from './bilag.ts';
import { workedValues } from './given.ts';

/** Worked examples B1 to B3 by the rules and points of yee2010: renal A, B, C and no other system. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['BILAG-2004', 'B1 EEEEEEEAE, B2 EEEEEEEBE, B3 EEEEEEECE'],
  ['BILAG-2004-total', 'B1 12, B2 8, B3 1, a 0..12'],
  ['BILAG-2004-items', 'B1 EEEEEEEAE, B2 EEEEEEEBE, B3 EEEEEEECE'],
  ['BILAG-2004-items-total', 'B1 12, B2 8, B3 1'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(bilagGuides, measure), values));

test('every option that the grading has is told, with its default', () => {
  for (const { options } of bilagGuides.guides.values())
    assert.deepEqual(
      options.map(({ id }) => id),
      Object.keys(defaultBilagOptions),
    );
  assert.equal(bilagGuides.guides.get('BILAG-2004-items')?.options[0]?.default, 'paper2009');
});
