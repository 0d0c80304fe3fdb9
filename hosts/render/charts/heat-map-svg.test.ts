import assert from 'node:assert/strict';
import test from 'node:test';
import { heatMapOf, saidIn, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';

test('every known cell prints its text and says its row and column', () => {
  for (const rows of [1, 8, 90, 300]) {
    const chart = heatMapOf(rows, 6);
    const svg = renderChart(chart);
    const known = chart.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)).length;
    assert.equal(saidIn(svg).filter((said) => /^(cells|placebo), P-\d+, .*: said \d$/.test(said)).length, known);
    const numbers = chart.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.text ?? []));
    const written = textsIn(svg).filter((text) => /^\d+$/.test(text));
    // The key has a level that is a number by itself.
    assert.equal(written.length, numbers.length + 1);
  }
});

test('a cell that is not known is empty', () => {
  const svg = renderChart(heatMapOf(1, 5));
  assert.equal(svg.split('fill="white" stroke="#dddddd"').length - 1, 1);
});

test('columns are named above each panel, upright where they are narrow', () => {
  const [wide, narrow] = [renderChart(heatMapOf(8, 6)), renderChart(heatMapOf(300, 12))];
  assert.equal(textsIn(wide).filter((text) => text === 'baseline').length, 1);
  assert.doesNotMatch(wide, /rotate/);
  assert.equal(textsIn(narrow).filter((text) => text === 'baseline').length, 3);
  assert.match(narrow, /rotate\(-90/);
});
