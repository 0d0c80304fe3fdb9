import assert from 'node:assert/strict';
import test from 'node:test';
import { saidIn, swimmersOf, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';

test('every lane, mark and span is drawn and says itself', () => {
  for (const people of [1, 9, 70, 300]) {
    const chart = swimmersOf(people);
    const said = saidIn(renderChart(chart));
    const [marks, spans] = [chart.lanes.flatMap((lane) => lane.marks), chart.lanes.flatMap((lane) => lane.spans)];
    assert.equal(said.filter((each) => / said$/.test(each)).length, marks.length);
    assert.equal(said.filter((each) => /: (CR|PR) from day /.test(each)).length, spans.length);
    assert.equal(said.filter((each) => /: day 0 to \d+$/.test(each)).length, people);
  }
});

test('the key names what occurs, each arm stands above its lanes', () => {
  const texts = textsIn(renderChart(swimmersOf(9)));
  for (const text of ['in response: CR', 'in response: PR', 'dose', 'died', 'goes on', 'cells', 'placebo', 'P-8'])
    assert.ok(texts.includes(text), text);
  const few = textsIn(renderChart(swimmersOf(1)));
  assert.ok(!few.includes('died'));
});

test('many lanes stand in panels, which repeat the name of the arm and the axis', () => {
  const texts = textsIn(renderChart(swimmersOf(150)));
  assert.equal(texts.filter((text) => text === 'days from allocation').length, 3);
  assert.ok(texts.includes('cells, continued') || texts.includes('placebo, continued'));
  assert.equal(texts.filter((text) => /^P-\d+$/.test(text)).length, 150);
});
