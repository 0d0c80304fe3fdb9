import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { EstimateRow, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { inShort } from './in-short.ts';

const study = shipped('nct05631717');
const row = (more: Partial<EstimateRow>): EstimateRow => ({
  kind: 'main',
  label: 'as planned',
  role: 'main',
  counts: '9/20 v 11/20',
  countNumbers: { events1: 9, of1: 20 },
  found: { kind: 'estimate', estimate: -0.1, lower: -0.389, upper: 0.207, p: 0.7524 },
  method: 'fisher-exact/1',
  values: [],
  records: [],
  notes: [],
  ...more,
});
const table: SensitivityTable = {
  analysis: 'primary',
  endpoint: 'response',
  scale: 'difference of proportions',
  confidence: 0.95,
  margin: undefined,
  rows: [row({}), row({ role: 'sensitivity', counts: '9/20 v 11/17' })],
};

test('one line for each analysis, as it was planned', () => {
  const short = inShort(study, [table]);
  assert.deepEqual(
    short?.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [['Complete or partial response (primary: primary)', '9/20 v 11/20', '−10.0% (−38.9% to 20.7%)', '0.7524']],
  );
});

test('cells have ids and numbers of their own', () => {
  const [counts, estimate, p] = inShort(study, [table])?.rows[0]?.cells ?? [];
  assert.deepEqual(
    [counts?.id, estimate?.id, p?.id],
    ['in-short/primary/counts', 'in-short/primary/estimate', 'in-short/primary/p'],
  );
  assert.deepEqual([counts?.numbers?.events1, estimate?.numbers?.lower, p?.numbers?.p], [9, -0.389, 0.7524]);
});

test('a column that only non-inferiority has is left to its table', () =>
  assert.ok(inShort(study, [{ ...table, margin: 0.15 }])?.rows.every(({ cells }) => cells.length === 3)));

test('where nothing is compared there is no such table', () => assert.equal(inShort(study, []), undefined));
