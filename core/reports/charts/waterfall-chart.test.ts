import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { maskedScene, sceneOfPeople, sixScene } from './given.ts';
import { waterfallCharts } from './waterfall-chart.ts';

/** By hand: 2.0 to 0.45 is −77.5%, 4.0 to 1.0 is −75%, 2.0 to 1.9 is −5%; P-005 missed the visit. */
test('changes of each participant from the largest rise to the largest fall, marked by response', () => {
  const [chart] = waterfallCharts(sixScene);
  assert.deepEqual(
    chart?.bars.map(({ participant, arm, value, marked }) => [participant, arm, value, marked]),
    [
      ['P-006', 'il-2', -5, 'none'],
      ['P-003', 'msc', -75, 'none'],
      ['P-001', 'msc', -77.5, 'CR'],
      ['P-002', 'msc', -77.5, 'PR'],
      ['P-004', 'il-2', -77.5, 'not known'],
    ],
  );
  assert.deepEqual(chart.missing, ['P-005']);
  assert.deepEqual(chart.marks, ['CR', 'PR', 'none', 'not known']);
  assert.match(chart.said, /msc: known of 3 of 3, in 3 a fall of at least 50%, from −77\.5% to −75%/);
  assert.match(chart.said, /il-2: known of 2 of 3, in 1/);
});

test('the falls that the response asks are its lines', () => {
  assert.deepEqual(
    waterfallCharts(sixScene)[0]
      ?.references.map(({ at }) => at)
      .toSorted((a, b) => a - b),
    [-50, -30],
  );
});

test('each bar rests on the record of both visits', () => {
  for (const { rests } of waterfallCharts(sixScene)[0]?.bars ?? []) assert.equal(rests.length, 2);
});

test('without arms no arm is named; with nobody there is none', () => {
  const [chart] = waterfallCharts(maskedScene);
  assert.deepEqual([...new Set(chart?.bars.map(({ arm }) => arm))], [undefined]);
  assert.doesNotMatch(JSON.stringify(chart), /msc|il-2/);
  assert.deepEqual(waterfallCharts(sceneOfPeople(shipped('nct01741857'), [])), []);
});
