import assert from 'node:assert/strict';
import test from 'node:test';
import { endpointOf } from '#core/endpoints/given.ts';
import { sixScene } from '#core/reports/charts/given.ts';
import { valueColumns, valueRows } from '#core/reports/value-rows.ts';
import { valueSet } from './value-data.ts';

test('the columns of the values, in their order, each described', () => {
  const { columns } = valueSet([]);
  assert.deepEqual(
    columns.map(({ name }) => name),
    valueColumns,
  );
  assert.ok(columns.every(({ label }) => label !== ''));
});

test('the rows stay as they are, and what may hold a date or a name is words', () => {
  const rows = valueRows(sixScene.valuesOf(endpointOf(sixScene.study, 'response')));
  const { columns, rows: same } = valueSet(rows);
  assert.equal(same, rows);
  const words = columns.flatMap(({ name, tells }) => (tells === 'words' ? [name] : []));
  for (const name of ['why not', 'recorded at', 'strategy', 'events', 'missing', 'records'])
    assert.ok(words.includes(name));
});
