import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source fanouriakis2020 and bertsias2012: each limit on it and beside it */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'EULAR-ERA-2019-target',
    { 'protein-24h at week 24': '0.69 g/24h', 'eGFR at baseline': '100', 'eGFR at week 24': '90' },
    'true',
  ],
  [
    'EULAR-ERA-2019-target',
    { 'protein-24h at week 24': '0.7 g/24h', 'eGFR at baseline': '100', 'eGFR at week 24': '90' },
    'false',
  ],
  [
    'EULAR-ERA-2019-target',
    { 'protein-24h at week 24': '0.69 g/24h', 'eGFR at baseline': '100', 'eGFR at week 24': '89.9' },
    'false',
  ],
  ['EULAR-ERA-2019-3-months', { 'protein-24h at week 24': '3 g/24h', 'protein-24h at baseline': '4 g/24h' }, 'true'],
  [
    'EULAR-ERA-2019-3-months',
    { 'protein-24h at week 24': '3.01 g/24h', 'protein-24h at baseline': '4 g/24h' },
    'false',
  ],
  ['EULAR-ERA-2019-6-months', { 'protein-24h at week 24': '2 g/24h', 'protein-24h at baseline': '4 g/24h' }, 'true'],
  [
    'EULAR-ERA-2019-6-months',
    { 'protein-24h at week 24': '2.01 g/24h', 'protein-24h at baseline': '4 g/24h' },
    'false',
  ],
  ['EULAR-2012-CR', { 'UPCR at week 24': '0.49 g/g', 'eGFR at pre-flare': '100', 'eGFR at week 24': '90' }, 'true'],
  [
    'EULAR-2012-PR',
    {
      'UPCR at week 24': '2.0 g/g',
      'UPCR at baseline': '4.0 g/g',
      'eGFR at pre-flare': '100',
      'eGFR at week 24': '90',
    },
    'true',
  ],
  [
    'EULAR-2012-PR',
    {
      'UPCR at week 24': '3.0 g/g',
      'UPCR at baseline': '6.0 g/g',
      'eGFR at pre-flare': '100',
      'eGFR at week 24': '90',
    },
    'false',
  ],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));
