import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

/** @source rovin2021, with R7 of the worked examples and each limit */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['AURORA-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '95', 'eGFR at baseline': '100' }, 'true'],
  ['AURORA-CR', { 'UPCR at week 24': '0.51 g/g', 'eGFR at week 24': '95', 'eGFR at baseline': '100' }, 'false'],
  ['AURORA-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '59', 'eGFR at baseline': '73' }, 'true'],
  ['AURORA-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '56', 'eGFR at baseline': '70' }, 'true'],
  ['AURORA-CR', { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '55.9', 'eGFR at baseline': '70' }, 'false'],
  ['AURORA-PR', { 'UPCR at week 24': '1.0 g/g', 'UPCR at baseline': '2.0 g/g' }, 'true'],
  ['AURORA-PR', { 'UPCR at week 24': '1.01 g/g', 'UPCR at baseline': '2.0 g/g' }, 'false'],
];
for (const [id, items, expected] of rows)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));

/** The end of a course at 12 mg/d, 8 weeks before week 24 (27 April), and the day before. */
for (const [end, expected] of [
  ['2026-04-27', 'false'],
  ['2026-04-26', 'true'],
] as const)
  test(`more than 10 mg/d until ${end}: ${expected}`, () => {
    const items = { 'UPCR at week 24': '0.5 g/g', 'eGFR at week 24': '95' };
    const history = [
      { concept: 'prednisone', start: '2026-01-01', end, dose: '12 mg' },
      { concept: 'prednisone', start: '2026-05-01', end: 'ongoing', dose: '10 mg' },
    ];
    assert.equal(holds('AURORA-CR', items, { history }), expected);
  });
