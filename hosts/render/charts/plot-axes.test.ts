import assert from 'node:assert/strict';
import test from 'node:test';
import { type CountRow, countRows, countRowsHeight, countRowsLeft } from './count-rows.ts';
import { mustBeWellFormed, textsIn } from './given.ts';
import { type Plot, rule, xAxis, yAxis } from './plot-axes.ts';
import { linear } from './scale.ts';

const plot: Plot = {
  left: 100,
  right: 500,
  top: 20,
  bottom: 220,
  x: linear(0, 168, 100, 500),
  y: linear(0, 1, 220, 20),
};

const placeOf = (svg: string, text: string): readonly [number, number] => {
  const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${text}</text>`).exec(svg) ?? [];
  return [Number(x), Number(y)];
};

test('each tick of the upright axis has its line and its text beside it', () => {
  const share = { label: 'share', unit: undefined, isShare: true };
  const svg = yAxis(plot, share, [0, 0.5, 1]).join('');
  mustBeWellFormed(svg);
  assert.deepEqual(textsIn(svg), ['0%', '50%', '100%', 'share']);
  assert.ok(svg.includes(rule(100, 120, 500, 120)), 'the line of a half');
  assert.deepEqual(placeOf(svg, '50%'), [94, 123.5]);
  assert.deepEqual(textsIn(yAxis(plot, share, [0, 1], false).join('')), ['0%', '100%']);
});

test('ticks below are named where there is room, and all are drawn', () => {
  const ticks = [
    { at: 0, label: 'baseline' },
    { at: 7, label: 'week 1' },
    { at: 84, label: 'week 12' },
    { at: 168, label: 'week 24' },
  ];
  const svg = xAxis(plot, ticks, 'days from allocation').join('');
  assert.deepEqual(textsIn(svg), ['baseline', 'week 12', 'week 24', 'days from allocation']);
  assert.equal(svg.split('<line').length - 1, 1 + ticks.length);
  assert.equal(placeOf(svg, 'week 12')[0], 300);
});

const rows: readonly CountRow[] = [
  {
    label: 'cells',
    colour: 'black',
    cells: [
      { at: 0, text: '20' },
      { at: 84, text: '19' },
      { at: 168, text: '18' },
    ],
  },
  {
    label: 'placebo',
    colour: 'black',
    cells: [
      { at: 0, text: '21' },
      { at: 168, text: '17' },
    ],
  },
];

test('numbers stand under their ticks, row by row', () => {
  const svg = countRows(plot, 'n', rows, 250).join('');
  assert.deepEqual(textsIn(svg), ['n', 'cells', '20', '19', '18', 'placebo', '21', '17']);
  const [first, second] = [placeOf(svg, '18'), placeOf(svg, '17')];
  assert.equal(first[0], 500);
  assert.deepEqual([second[0], second[1] > first[1]], [500, true]);
});

test('numbers for which there is no room are left out in every row alike', () => {
  const near = rows.map((row) => ({
    ...row,
    cells: [...row.cells, { at: 3, text: '99' }].toSorted((a, b) => a.at - b.at),
  }));
  assert.ok(!textsIn(countRows(plot, 'n', near, 250).join('')).includes('99'));
});

test('long names of arms move the field to the right, up to a limit', () => {
  const named = (label: string): number => countRowsLeft(rows.map((row) => ({ ...row, label })));
  assert.equal(named('a'), 84);
  assert.ok(named('all participants') > 84);
  assert.equal(named('x'.repeat(200)), 170);
  assert.deepEqual([countRowsHeight([]), countRowsHeight(rows) > 30], [0, true]);
});

test('a name that has no room beside the first number is cut, and the whole is said on pointing', () => {
  const long = rows.map((row) => ({ ...row, label: 'Umbilical cord mesenchymal stem cells' }));
  const svg = countRows(plot, 'n', long, 250).join('');
  assert.match(svg, /<title>Umbilical cord mesenchymal stem cells<\/title>Umbil.*…/);
});
