import assert from 'node:assert/strict';
import test from 'node:test';
import { dictionaryOf } from './dictionary.ts';
import { sixData } from './given.ts';
import { dataSets } from './trial-data.ts';
import { valueSet } from './value-data.ts';

const sets = [...dataSets(sixData), valueSet([])];
const dictionary = dictionaryOf(sets);
const lines = dictionary.rows.map((row) => row.map((cell) => ('words' in cell ? cell.words : cell.number)));

test('every column of every data set has a line that says what it holds', () => {
  assert.equal(
    lines.length,
    sets.reduce((sum, { columns }) => sum + columns.length, 0),
  );
  for (const [, , label, kind] of lines) assert.ok(label !== '' && kind !== '');
});

test('no name of a column stands twice in a set', () => {
  for (const { id, columns } of sets) assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length, id);
});

test('days say from when they are counted, numbers their unit', () => {
  const line = (set: string, column: string) => lines.find(([of, name]) => of === set && name === column);
  assert.match(line('visits', 'day')?.[4] ?? '', /day 0/);
  assert.equal(line('participants', 'age')?.[4], 'years');
});
