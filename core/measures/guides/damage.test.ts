import assert from 'node:assert/strict';
import test from 'node:test';
import { damageGuides } from './damage.ts';
import { workedValues } from './given.ts';

/** Worked examples D1 to D3 with the points of gladman1996. */
const rows: readonly (readonly [measure: string, values: string])[] = [['SDI', 'D1 4, D2 3, D3 3']];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(damageGuides, measure), values));
