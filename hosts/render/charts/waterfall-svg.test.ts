import assert from 'node:assert/strict';
import test from 'node:test';
import { saidIn, textsIn, waterfallOf } from './given.ts';
import { renderChart } from './render-chart.ts';

const barsIn = (svg: string): readonly string[] => saidIn(svg).filter((said) => /^P-\d+, /.test(said));

test('every bar is drawn and says its participant, arm, change and mark', () => {
  for (const people of [1, 9, 300]) assert.equal(barsIn(renderChart(waterfallOf(people))).length, people);
  assert.deepEqual(barsIn(renderChart(waterfallOf(3))), [
    'P-0, cells, 200%, none',
    'P-2, cells, −95%, CR',
    'P-1, placebo, 52.5%, PR',
  ]);
});

test('bars that rise too far are cut, and it says how many', () => {
  assert.match(renderChart(waterfallOf(9)), /2 bars cut at 150%/);
  const low = waterfallOf(3);
  const kept = renderChart({ ...low, bars: low.bars.filter(({ value }) => value < 150) });
  assert.doesNotMatch(kept, /cut at/);
});

test('few bars are named, many are not', () => {
  const names = (people: number): number =>
    textsIn(renderChart(waterfallOf(people))).filter((text) => /^P-\d/.test(text)).length;
  assert.equal(names(20), 20);
  assert.equal(names(300), 0);
});

test('the key has the marks that occur, and lines are named', () => {
  const texts = textsIn(renderChart(waterfallOf(3)));
  for (const text of ['CR', 'PR', 'none', '−50%', 'cells, n 2', 'placebo, n 1']) assert.ok(texts.includes(text), text);
  assert.ok(!texts.includes('not known'));
});

test('without marks there is no strip and no key', () => {
  const chart = waterfallOf(4);
  const svg = renderChart({ ...chart, marks: [], bars: chart.bars.map((bar) => ({ ...bar, marked: undefined })) });
  assert.equal(barsIn(svg).length, 4);
  assert.doesNotMatch(svg, /#1b1b1b/);
});
