import assert from 'node:assert/strict';
import test from 'node:test';
import { forest, saidIn, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';

const svg = renderChart(forest);

test('each row has its label, its counts and its effect', () => {
  const texts = textsIn(svg);
  for (const text of [
    'All randomised',
    '12/20 v 9/20',
    '15.0 (−15.3 to 42.7)',
    'Sensitivity',
    'Per protocol',
    '11.1 (−20.6 to 40.7)',
    'Subgroups',
    'sex: female',
    '50.0 (−75.0 to 96.0)',
    'not estimable',
    'margin −15.0%',
    '← favours placebo',
    'favours cells →',
  ])
    assert.ok(texts.includes(text), text);
});

test('each row says itself on pointing', () => {
  assert.deepEqual(saidIn(svg), [
    'All randomised: 12/20 v 9/20, 15.0 (−15.3 to 42.7) in %',
    'Per protocol: 11/18 v 9/18, 11.1 (−20.6 to 40.7) in %',
    'sex: female: 1/2 v 0/1, 50.0 (−75.0 to 96.0) in %',
    'sex: male: 0/0 v 1/1, not estimable in %',
  ]);
});

test('the margin has a line of its own, and without one there is none', () => {
  assert.match(svg, /stroke="#D55E00" stroke-dasharray="5 3"/);
  assert.doesNotMatch(renderChart({ ...forest, margin: undefined }), /D55E00/);
});

test('an interval beyond the axis is cut: no mark leaves the field', () => {
  for (const [, x] of svg.matchAll(/<path d="M([\d.]+) [\d.]+L/g)) assert.ok(Number(x) >= 315 && Number(x) <= 560, x);
});

test('numbers that are no shares keep their own unit', () => {
  const axis = { label: 'difference of means', unit: 'g/g' };
  const texts = textsIn(renderChart({ ...forest, axis, margin: undefined }));
  assert.ok(texts.includes('0.15 g/g (−0.15 g/g to 0.43 g/g)') || texts.some((text) => text.startsWith('0.15')));
  assert.ok(texts.includes('estimate (interval)'));
});

test('a long label takes two lines', () => {
  const [first, ...others] = forest.rows;
  const label = 'All randomised, missing worst for the new treatment';
  const texts = textsIn(renderChart({ ...forest, rows: [{ ...(first ?? assert.fail()), label }, ...others] }));
  assert.ok(texts.every((text) => text !== label));
  assert.ok(texts.some((text) => text.startsWith('All randomised, missing')));
});
