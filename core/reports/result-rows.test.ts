import assert from 'node:assert/strict';
import test from 'node:test';
import type { Table } from './figure.ts';
import { resultRows } from './result-rows.ts';

const cell = (id: string, value: string, numbers?: Record<string, number>) => ({
  id,
  label: id,
  value,
  rests: [],
  ...(numbers === undefined ? {} : { numbers }),
});

const tables: readonly Table[] = [
  {
    id: 'response',
    title: 'Response',
    columns: ['a', 'b'],
    rows: [
      {
        label: 'responders',
        cells: [cell('a/r', '1 of 3 (33.3%)', { events: 1, of: 3, share: 1 / 3 }), cell('b/r', '–')],
      },
      { label: 'p', cells: [cell('p', '0.5000', { p: 0.5 })] },
    ],
  },
  { id: 'empty', title: 'Empty', columns: [], rows: [] },
];

test('every number of every cell, unrounded, in the order of reading', () => {
  assert.deepEqual(
    resultRows({ tables }).map(({ table, row, figure, quantity, number }) => [table, row, figure, quantity, number]),
    [
      ['response', 'responders', 'a/r', 'events', 1],
      ['response', 'responders', 'a/r', 'of', 3],
      ['response', 'responders', 'a/r', 'share', 1 / 3],
      ['response', 'p', 'p', 'p', 0.5],
    ],
  );
});

test('each says what the cell prints', () => {
  assert.deepEqual([...new Set(resultRows({ tables }).map(({ shown }) => shown))], ['1 of 3 (33.3%)', '0.5000']);
});

test('a report without numbers has none', () => {
  assert.deepEqual(resultRows({ tables: [] }), []);
});
