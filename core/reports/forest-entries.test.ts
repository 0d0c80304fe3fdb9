import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { EstimateRow, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { forestEntries } from './forest-entries.ts';

const study = shipped('nct05631717');
const row = (more: Partial<EstimateRow>): EstimateRow => ({
  kind: 'complete cases',
  label: 'those not known left out',
  role: 'sensitivity',
  counts: '9/20 v 11/17',
  countNumbers: {},
  found: { kind: 'estimate', estimate: -0.2, lower: -0.5, upper: 0.1 },
  method: 'fisher-exact/1',
  values: [],
  records: [],
  notes: [],
  ...more,
});
const table = (rows: readonly EstimateRow[], more: Partial<SensitivityTable> = {}): SensitivityTable => ({
  analysis: 'primary',
  endpoint: 'response',
  scale: 'difference of proportions',
  confidence: 0.95,
  margin: undefined,
  rows,
  ...more,
});

test('an estimate beside the planned one becomes a row of its comparison', () => {
  assert.deepEqual(forestEntries(study, [table([row({})])]), [
    {
      analysis: 'primary',
      endpoint: 'response',
      experimental: 'msc',
      control: 'il-2',
      role: 'sensitivity',
      label: 'those not known left out',
      counts: '9/20 v 11/17',
      estimate: -0.2,
      interval: { lower: -0.5, upper: 0.1 },
      rests: [],
    },
  ]);
});

test('the planned row itself, what has no estimate, and other scales are no rows of it', () => {
  const other = [
    table([row({ role: 'main' }), row({ found: { kind: 'p', p: 0.2 } })]),
    table([row({})], { scale: 'hazard ratio' }),
    table([row({})], { analysis: 'unknown' }),
  ];
  assert.deepEqual(forestEntries(study, other), []);
});
