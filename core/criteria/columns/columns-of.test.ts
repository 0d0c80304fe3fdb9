import assert from 'node:assert/strict';
import test from 'node:test';
import type { Chart } from '../chart.ts';
import { chartFrom } from '../given.ts';
import { columnsOf } from './columns-of.ts';
import { compileColumns } from './compile-columns.ts';
import { decideColumns } from './decide-columns.ts';
import { glossary, libraryOf } from './given.ts';

const sentence = 'UPCR at screening > 1.0 g/g';
const chart = (written?: string): Chart =>
  chartFrom(written === undefined ? {} : { items: { 'UPCR at screening': written } });

/** A column of the only parameter, after the charts. */
const filled = (sentences: readonly string[], charts: readonly Chart[]) => {
  const library = libraryOf(sentences);
  const { table, unheld } = columnsOf(charts, library, glossary);
  const column = table.columns.get('UPCR at screening');
  assert(column?.type === 'Integer');
  return { column, unheld, truths: decideColumns(compileColumns(library), table) };
};

test('one row for each chart, in their order, in ten-thousandths of the unit', () => {
  const { column, unheld, truths } = filled([sentence], [chart('1.0001 g/g'), chart(), chart('1 g/g')]);
  assert.deepEqual([...column.parts.subarray(0, 3)], [10_001, 0, 10_000]);
  assert.equal(column.known[0], 0b101);
  assert.deepEqual(unheld, []);
  assert.deepEqual([...(truths.get(sentence) ?? [])], [1, 2, 0]);
});

test('nobody gives a table without rows', () => {
  const { column, unheld } = filled([sentence], []);
  assert.equal(column.parts.length, 0);
  assert.deepEqual(unheld, []);
});

test('a result below a limit is held where it is decided, open where it is not', () => {
  const { truths, unheld } = filled([sentence], [chart('<0.5 g/g'), chart('<2 g/g'), chart('>3 g/g')]);
  assert.deepEqual(unheld, []);
  assert.deepEqual([...(truths.get(sentence) ?? [])], [0, 2, 1]);
});

/** Below 2 g/g: not above 3, not known whether above 1; no single number says both. */
test('whoever cannot be held is listed with the leaf, and the whole row is left open', () => {
  const three = [sentence, 'UPCR at screening > 3 g/g', 'creatinine at screening <= 1.2 mg/dL'];
  const charts = ['2 g/g', '<2 g/g'].map((written) =>
    chartFrom({ items: { 'UPCR at screening': written, 'creatinine at screening': '1 mg/dL' } }),
  );
  const { column, truths, unheld } = filled(three, charts);
  assert.deepEqual(
    unheld.map(({ row, leaves }) => [row, leaves.map(({ atom }) => atom)]),
    [[1, ['UPCR at screening > 3 g/g']]],
  );
  assert.equal(column.known[0], 0b01);
  assert.deepEqual(
    three.map((each) => [...(truths.get(each) ?? [])]),
    [
      [1, 2],
      [0, 2],
      [1, 2],
    ],
  );
});
