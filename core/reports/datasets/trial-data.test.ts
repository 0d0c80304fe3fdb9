import assert from 'node:assert/strict';
import test from 'node:test';
import { dataOfPeople, maskedData, sixData } from './given.ts';
import { dataSets } from './trial-data.ts';

test('the sets by their names, in the order in which they are read', () => {
  assert.deepEqual(
    dataSets(sixData).map(({ id }) => id),
    [
      ...['participants', 'measurements', 'adverse-events', 'doses', 'bedside', 'screening', 'visits', 'deviations'],
      ...['factors', 'baselines'],
    ],
  );
});

test('of nobody every set is there, with its columns and no line', () => {
  for (const { columns, rows } of dataSets(dataOfPeople([]))) {
    assert.ok(columns.length > 0);
    assert.deepEqual(rows, []);
  }
});

test('every line has a cell for every column', () => {
  for (const { id, columns, rows } of dataSets(sixData))
    for (const row of rows) assert.equal(row.length, columns.length, id);
});

test('while arms are masked no set names one', () => {
  for (const { id, columns, rows } of dataSets(maskedData)) {
    const at = columns.flatMap(({ name }, index) => (name.startsWith('arm') ? [index] : []));
    for (const row of rows) for (const index of at) assert.doesNotMatch(JSON.stringify(row[index]), /msc|il-2/, id);
  }
});
