import assert from 'node:assert/strict';
import test from 'node:test';
import { chartNumbers } from './chart-numbers.ts';
import { curves, everyChart, forest, heatMapOf, means, profilesOf, swimmersOf, waterfallOf } from './given.ts';

test('each row has a cell for each column, in every kind', () => {
  for (const chart of everyChart) {
    const { columns, rows } = chartNumbers(chart);
    assert.ok(rows.length > 0, chart.id);
    for (const row of rows) assert.equal(row.length, columns.length, chart.id);
    assert.doesNotMatch(rows.flat().join('|'), /NaN|undefined/);
  }
});

test('a forest: the numbers unrounded, empty where there is no estimate', () => {
  assert.deepEqual(chartNumbers(forest).rows.slice(0, 1), [
    ['All randomised', 'main', '12/20 v 9/20', '0.15', '-0.153', '0.427'],
  ]);
  assert.deepEqual(chartNumbers(forest).rows.at(-1), ['sex: male', 'subgroup', '0/0 v 1/1', '', '', '']);
});

test('lines: each point', () => {
  const { columns, rows } = chartNumbers(means);
  assert.deepEqual(columns, ['group', 'arm', 'visit', 'day', 'value', 'lower', 'upper', 'n']);
  assert.equal(rows.length, 5);
  assert.deepEqual(rows[0], ['cells', 'cells', 'baseline', '0', '2.5', '2', '3', '20']);
  assert.deepEqual(chartNumbers(profilesOf(2)).rows[3], ['P-1', 'placebo', 'visit 0', '0', '3.2', '', '', '']);
});

test('curves: steps as they are drawn, censorings, and numbers at risk', () => {
  const { rows } = chartNumbers(curves);
  assert.deepEqual(
    rows.slice(0, 2).map((row) => row.slice(0, 6)),
    [
      ['cells', 'step', '0', '0', '', ''],
      ['cells', 'step', '30', '0.25', String(1 - 0.9), '0.5'],
    ],
  );
  assert.deepEqual(rows.filter(([, what]) => what === 'at risk')[1], ['cells', 'at risk', '28', '', '', '', '19', '1']);
  const free = chartNumbers({ ...curves, shows: 'free' }).rows[1];
  assert.deepEqual(free?.slice(3, 6), ['0.75', '0.5', '0.9']);
});

test('waterfall: bars and those without; swimmers: lanes, spans and marks; a map: what its cells are short for', () => {
  assert.deepEqual(chartNumbers(waterfallOf(2)).rows.at(-1), ['P-x', '', '', '']);
  assert.deepEqual(chartNumbers(waterfallOf(2)).columns[2], 'change of UPCR, %');
  assert.deepEqual(chartNumbers(swimmersOf(1)).rows, [
    ['P-0', 'cells', 'followed', '0', '170', ''],
    ['P-0', 'cells', 'in response', '56', '84', 'CR'],
    ['P-0', 'cells', 'in response', '100', '100', 'PR'],
    ['P-0', 'cells', 'dose', '0', '0', 'dose said'],
  ]);
  assert.deepEqual(chartNumbers(heatMapOf(1, 5)).rows, [['P-0', 'cells', 'said 0', 'said 1', 'said 2', 'said 3', '']]);
});
