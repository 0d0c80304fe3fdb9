import assert from 'node:assert/strict';
import test from 'node:test';
import { factorColumns, factorIndicators } from './factor-columns.ts';

test('an indicator for each level but the first, in the order of code points', () => {
  const people = [
    ['b', 'x'],
    ['a', 'x'],
    ['c', 'y'],
    ['a', 'y'],
  ];
  assert.deepEqual(factorIndicators(people), [
    [1, 0, 0],
    [0, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]);
  assert.deepEqual(factorColumns(people), [
    { name: 'factor 1', values: [1, 0, 0, 0] },
    { name: 'factor 2', values: [0, 0, 1, 0] },
    { name: 'factor 3', values: [0, 0, 1, 1] },
  ]);
});

test('a factor of one level, no factor, and nobody give no column', () => {
  assert.deepEqual(factorIndicators([['a'], ['a']]), [[], []]);
  assert.deepEqual(factorColumns([[], []]), []);
  assert.deepEqual(factorColumns([]), []);
});
