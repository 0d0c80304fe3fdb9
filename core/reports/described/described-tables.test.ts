import assert from 'node:assert/strict';
import test from 'node:test';
import { maskedScene, sixScene } from '#core/reports/charts/given.ts';
import { maskedData, sixData } from '#core/reports/datasets/given.ts';
import type { Table } from '#core/reports/figure.ts';
import { type DescribedTables, describedTables } from './described-tables.ts';

const open = describedTables(sixScene, sixData);
const all = ({ baseline, exposure, safety, listings }: DescribedTables): readonly Table[] => [
  ...baseline,
  ...exposure,
  ...safety,
  ...listings,
];

test('the tables by chapter', () => {
  assert.deepEqual(
    Object.entries(open).map(([chapter, tables]) => [chapter, tables[0]?.id]),
    [
      ['baseline', 'baseline'],
      ['exposure', 'exposure'],
      ['safety', 'adverse-events'],
      ['listings', 'listing-serious'],
    ],
  );
});

test('ids of figures are used once, and no number is missing from its cell', () => {
  const cells = all(open).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
  for (const { id, numbers = {} } of cells)
    for (const number of Object.values(numbers)) assert.ok(Number.isFinite(number), id);
});

test('while arms are masked no table names one', () => {
  assert.doesNotMatch(JSON.stringify(all(describedTables(maskedScene, maskedData))), /"(msc|il-2)"|\/(msc|il-2)"/);
});
