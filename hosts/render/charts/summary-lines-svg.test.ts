import assert from 'node:assert/strict';
import test from 'node:test';
import type { LinesChart } from '#core/reports/chart.ts';
import { countOf, means, saidIn, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';
import { yEnds } from './summary-lines-svg.ts';

const svg = renderChart(means);

test('every point says its numbers', () => {
  assert.deepEqual(
    saidIn(svg).filter((said) => said.includes(', n ')),
    [
      'cells, baseline: 2.50 g/g (2 g/g to 3 g/g), n 20',
      'cells, week 12: 1.90 g/g (1.40 g/g to 2.40 g/g), n 19',
      'cells, week 24: 1.20 g/g (0.70 g/g to 1.70 g/g), n 18',
      'placebo, baseline: 2.40 g/g (1.90 g/g to 2.90 g/g), n 21',
      'placebo, week 24: 1.60 g/g (1.10 g/g to 2.10 g/g), n 17',
    ],
  );
});

test('the numbers of people stand below, and each arm is named at its line and in the key', () => {
  const texts = textsIn(svg);
  for (const n of ['20', '19', '18', '21', '17']) assert.ok(texts.includes(n), n);
  assert.equal(texts.filter((text) => text === 'placebo').length, 3);
  assert.ok(texts.includes('CR: < 0.5 g/g'));
});

test('arms differ by dashes and shape as well as by colour', () => {
  assert.match(svg, /stroke="#0072B2" stroke-width="2"\/>/);
  assert.match(svg, /stroke="#D55E00" stroke-width="2" stroke-dasharray="7 3"/);
  assert.equal(countOf(svg, 'circle'), 3 + 1, 'three points of cells and the key');
});

const withPoint = (y: number, interval: { lower: number; upper: number }, n: number): LinesChart => ({
  ...means,
  series: [{ label: 'cells', arm: 'cells', points: [{ x: 0, label: 'baseline', y, interval, n, rests: [] }] }],
});

test('a wide interval of few people leaves the picture, and it says so', () => {
  const cut = renderChart(withPoint(2, { lower: -30, upper: 34 }, 2));
  assert.match(cut, /An arrow: the interval goes on/);
  assert.doesNotMatch(renderChart(withPoint(2, { lower: 1, upper: 3 }, 20)), /An arrow/);
});

test('the axis holds what it must and ends at round numbers', () => {
  const rows = [
    [[2, 3.1], 0, 4],
    [[90, 102], 90, 102],
    [[-3, 4], -4, 4],
    [[0], 0, 1],
    [[5], 0, 6],
  ] as const;
  for (const [values, low, high] of rows) {
    const chart = withPoint(values[0], { lower: values[0], upper: values[0] }, 9);
    const [from, to] = yEnds(chart, values);
    assert.ok(from <= Math.min(...values) && to >= Math.max(...values), `${values}`);
    assert.ok(Math.abs(from - low) <= 2 && Math.abs(to - high) <= 2, `${values}: ${from} to ${to}`);
  }
  const fixed: LinesChart = { ...means, y: { ...means.y, from: 0, to: 100 } };
  assert.deepEqual(yEnds(fixed, [40, 60]), [0, 100]);
});
