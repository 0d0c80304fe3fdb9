import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source kdigo2024, with R9 of the worked examples (5.0 to 2.4 g/g, 80 to 75 mL/min) and each limit */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'KDIGO-2024-PR',
    { 'UPCR at baseline': '5.0 g/g', 'UPCR at week 24': '2.4 g/g', 'eGFR at baseline': '80', 'eGFR at week 24': '75' },
    'true',
  ],
  [
    'KDIGO-2024-PR',
    { 'UPCR at baseline': '6.0 g/g', 'UPCR at week 24': '3.0 g/g', 'eGFR at baseline': '80', 'eGFR at week 24': '75' },
    'false',
  ],
  [
    'KDIGO-2024-PR',
    { 'UPCR at baseline': '4.0 g/g', 'UPCR at week 24': '2.0 g/g', 'eGFR at baseline': '80', 'eGFR at week 24': '68' },
    'true',
  ],
  [
    'KDIGO-2024-PR',
    {
      'UPCR at baseline': '4.0 g/g',
      'UPCR at week 24': '2.0 g/g',
      'eGFR at baseline': '80',
      'eGFR at week 24': '67.9',
    },
    'false',
  ],
  ['KDIGO-2024-CR', { 'UPCR at week 24': '0.49 g/g', 'eGFR at baseline': '80', 'eGFR at week 24': '68' }, 'true'],
  ['KDIGO-2024-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at baseline': '80', 'eGFR at week 24': '80' }, 'false'],
  ['KDIGO-2024-CR', { 'UPCR at week 24': '0.49 g/g', 'eGFR at baseline': '80' }, 'unknown'],
  ['KDIGO-2024-PERR', { 'UPCR at week 24': '0.7 g/g', 'eGFR at week 24': '60', 'eGFR at pre-flare': '100' }, 'true'],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));
