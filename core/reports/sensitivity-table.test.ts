import assert from 'node:assert/strict';
import test from 'node:test';
import type { EstimateRow, RowFinding, RowKind, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { studyWith } from '#core/endpoints/analyses/given.ts';
import { rowOf, sayCounts } from '#core/endpoints/analyses/row-parts.ts';
import { findTipping } from '#core/endpoints/analyses/tipping.ts';
import { sensitivityTable } from './sensitivity-table.ts';

const study = studyWith([]);
const who = sayCounts({ events: 12, of: 20 }, { events: 9, of: 20 }, []);
const row = (kind: RowKind, found: RowFinding, notes: readonly string[] = []): EstimateRow =>
  rowOf(kind, { found, method: 'method/1' }, { ...who, notes });
const tableOf = (rows: readonly EstimateRow[], more: Partial<SensitivityTable> = {}): SensitivityTable => ({
  analysis: 'primary',
  endpoint: 'response',
  scale: 'difference of proportions',
  confidence: 0.95,
  margin: undefined,
  rows,
  ...more,
});
const estimate = { kind: 'estimate', estimate: 0.15, lower: -0.151, upper: 0.4281, p: 0.5273 } as const;
const cellsOf = (found: RowFinding, more: Partial<SensitivityTable> = {}): readonly (string | undefined)[] =>
  sensitivityTable(tableOf([row('best case', found)], more), study).rows[0]?.cells.map(({ value }) => value) ?? [];

test('an estimate on each scale', () => {
  const rows = [
    ['difference of proportions', '15.0% (−15.1% to 42.8%)'],
    ['difference of means', '0.15 (−0.15 to 0.43)'],
    ['hazard ratio', '0.15 (−0.15 to 0.43)'],
  ] as const;
  for (const [scale, said] of rows)
    assert.deepEqual(cellsOf(estimate, { scale }), ['12/20 v 9/20', said, '0.5273'], scale);
});

test('what is no estimate on the scale of the table', () => {
  const tipping = findTipping({ events: 17, of: 20, missing: 3 }, { events: 9, of: 20, missing: 3 }, 0, 0.95);
  assert.ok('ways' in tipping);
  const size = { complete: 0.0241, withMissing: 0.0888, rate0: 0.6, missing1: 0.1, missing0: 0.2 };
  const rows: readonly (readonly [RowFinding, string, string])[] = [
    [{ kind: 'p', p: 0.00001 }, '', '<0.0001'],
    [{ ...estimate, kind: 'other scale', unit: 'odds ratio', upper: 4 }, 'odds ratio 0.15 (−0.15 to 4.00)', '0.5273'],
    [{ ...estimate, kind: 'other scale', unit: 'days', upper: 4 }, '0.15 (−0.15 to 4.00) days', '0.5273'],
    [{ kind: 'tipping', tipping }, 'shown in 13 of 16 ways; changes with 0 of 3 v 2 of 3 as responses', ''],
    [{ kind: 'tipping', tipping: { ...tipping, nearest: undefined } }, 'shown in all 16 ways to fill in', ''],
    [{ kind: 'size', size, nominal: 0.025 }, '8.88% with those missing, 2.41% with nobody missing, for 2.50%', ''],
    [{ kind: 'shares', share1: 0.63, share0: 0.705 }, '63.0% v 70.5%', ''],
    [{ kind: 'not estimable', why: 'no participants' }, 'not estimable: no participants', ''],
  ];
  for (const [found, said, p] of rows) assert.deepEqual(cellsOf(found), ['12/20 v 9/20', said, p], found.kind);
});

test('of a margin whether it is shown, with p of one side', () => {
  const table = sensitivityTable(tableOf([row('main', { ...estimate, isShown: true })], { margin: 0.15 }), study);
  assert.deepEqual(table.columns, ['responders', 'difference, 95%', 'one-sided p', 'shown']);
  assert.equal(table.rows[0]?.cells[3]?.value, 'yes');
  assert.equal(table.notes?.[0], 'p is one-sided, of a margin of 15.0%');
});

test('rows that say the same of themselves say it once; methods stand behind the cells', () => {
  const table = sensitivityTable(
    tableOf([
      row('main', estimate),
      row('jump to reference', estimate, ['seed "x"']),
      row('copy reference', estimate, ['seed "x"']),
    ]),
    study,
  );
  assert.deepEqual(table.notes, ['imputed by jump to reference, imputed by copy reference: seed "x"']);
  assert.deepEqual(
    [table.id, table.title],
    ['primary-sensitivity', 'Complete or partial response: primary done otherwise'],
  );
  const [, cell] = table.rows[1]?.cells ?? [];
  assert.equal(cell?.id, 'primary-sensitivity/jump to reference/estimate');
  assert.deepEqual(cell?.because, ['method/1', 'seed "x"']);
});
