import assert from 'node:assert/strict';
import test from 'node:test';
import { plainEstimates, type RowFinding, rowLabels, type SensitivityTable } from './estimate-row.ts';
import { rowOf, sayKnown } from './row-parts.ts';

const found: RowFinding = { kind: 'estimate', estimate: 0.1, lower: -0.2, upper: 0.4 };
const who = sayKnown(3, 4, []);
const tableOf = (...rows: SensitivityTable['rows']): SensitivityTable => ({
  analysis: 'a',
  endpoint: 'e',
  scale: 'difference of proportions',
  confidence: 0.95,
  margin: 0.15,
  rows,
});

test('a chart takes the rows that lie on the scale of the table, with the margin below no difference', () => {
  const rows = plainEstimates(
    tableOf(
      rowOf('main', { found, method: 'm/1' }, who),
      rowOf('boschloo', { found: { kind: 'p', p: 0.3 }, method: 'm/1' }, who),
      rowOf('exact odds ratio', { found: { ...found, kind: 'other scale', unit: 'odds ratio' }, method: 'm/1' }, who),
      rowOf('best case', { found, method: 'm/1' }, who),
    ),
  );
  assert.deepEqual(
    rows.map(({ label, role, margin, estimate }) => [label, role, margin, estimate]),
    [
      ['as planned', 'main', -0.15, 0.1],
      ['not known: best for the new treatment', 'sensitivity', -0.15, 0.1],
    ],
  );
});

test('the main row stays where it has no estimate; without a margin there is none', () => {
  const table = tableOf(rowOf('main', { found: { kind: 'not estimable', why: 'x' }, method: 'm/1' }, who));
  assert.deepEqual(plainEstimates({ ...table, margin: undefined }), [
    {
      label: 'as planned',
      role: 'main',
      counts: '3 v 4',
      estimate: undefined,
      lower: undefined,
      upper: undefined,
      margin: undefined,
    },
  ]);
});

test('no two kinds are called alike', () => {
  assert.equal(new Set(Object.values(rowLabels)).size, Object.keys(rowLabels).length);
});
