import assert from 'node:assert/strict';
import test from 'node:test';
import { dataSet } from './data-set.ts';

interface Row {
  readonly code: string;
  readonly value: number | undefined;
  readonly isIn: boolean | undefined;
}

const set = dataSet<Row>(
  's',
  'Set',
  [
    { name: 'code', label: 'c', kind: 'text', tells: 'code', read: ({ code }) => code },
    { name: 'value', label: 'v', kind: 'number', unit: 'g', tells: 'nothing', read: ({ value }) => value },
    { name: 'in', label: 'i', kind: 'yes or no', tells: 'nothing', read: ({ isIn }) => isIn },
  ],
  [
    { code: 'a', value: 1 / 3, isIn: true },
    { code: 'b', value: undefined, isIn: undefined },
    { code: 'c', value: -0.5, isIn: false },
  ],
);

test('numbers keep all digits, yes and no are words, what is not known is empty', () => {
  assert.deepEqual(set.rows, [
    [{ words: 'a' }, { number: '0.3333333333333333' }, { words: 'yes' }],
    [{ words: 'b' }, { words: '' }, { words: '' }],
    [{ words: 'c' }, { number: '-0.5' }, { words: 'no' }],
  ]);
});

test('columns say what they hold, and not how they are read', () => {
  assert.deepEqual(set.columns[1], { name: 'value', label: 'v', kind: 'number', unit: 'g', tells: 'nothing' });
  assert.ok(set.columns.every((column) => !('read' in column)));
});
