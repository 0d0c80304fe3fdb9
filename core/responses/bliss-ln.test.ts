import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source furie2020, with R7 and R8 of the worked examples */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['BLISS-LN-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '95', 'eGFR at pre-flare': '100' }, 'false'],
  ['BLISS-LN-PERR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '95', 'eGFR at pre-flare': '100' }, 'true'],
  ['BLISS-LN-PERR', { 'UPCR at week 24': '0.6 g/g', 'eGFR at week 24': '55', 'eGFR at pre-flare': '68' }, 'true'],
  ['BLISS-LN-CR', { 'UPCR at week 24': '0.6 g/g', 'eGFR at week 24': '55', 'eGFR at pre-flare': '68' }, 'false'],
  ['BLISS-LN-PERR', { 'UPCR at week 24': '0.6 g/g', 'eGFR at week 24': '54.3', 'eGFR at pre-flare': '68' }, 'false'],
  ['BLISS-LN-CR', { 'UPCR at week 24': '0.49 g/g', 'eGFR at week 24': '90', 'eGFR at pre-flare': '200' }, 'true'],
  ['BLISS-LN-CR', { 'UPCR at week 24': '0.49 g/g', 'eGFR at week 24': '89.9', 'eGFR at pre-flare': '100' }, 'false'],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));

test('rescue within the course is failure, and so no response', () => {
  const items = { 'UPCR at week 24': '0.4 g/g', 'eGFR at week 24': '95', 'eGFR at pre-flare': '100' };
  const history = [{ concept: 'rescue-medication', start: '2026-03-01' }];
  assert.equal(holds('BLISS-LN-CR', items, { history }), 'false');
  assert.equal(holds('BLISS-LN-CR', items, { complete: {} }), 'unknown');
});
