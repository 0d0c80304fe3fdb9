import assert from 'node:assert/strict';
import test from 'node:test';
import { endpointOf, person, studyEdited } from '#core/endpoints/given.ts';
import type { LinesChart } from '../chart.ts';
import { founding, maskedScene, sceneOfPeople, six, sixScene } from './given.ts';
import { responseCharts, restsOfValue } from './response-over-time.ts';

const chartOf = (scene = sixScene, id = 'chart/share/response'): LinesChart =>
  responseCharts(scene).find((each) => each.id === id) ?? assert.fail(id);

const near = (found: number | undefined, expected: number): void =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 5e-5, `${found} is not ${expected}`);

/** By hand: cells 2 of 3, IL-2 1 of 3; Wilson (wilson1927) for 2 of 3: 0.57308 ± 0.36542. */
test('the share at the visit of the analysis is that of the analysis, with its interval', () => {
  const [cells, control] = chartOf().series.map(({ points }) => points.at(-1));
  assert.deepEqual([cells?.label, cells?.x, cells?.n, control?.n], ['week 24', 168, 3, 3]);
  near(cells?.y, 2 / 3);
  near(control?.y, 1 / 3);
  near(cells?.interval?.lower, 0.2077);
  near(cells?.interval?.upper, 0.9385);
  assert.deepEqual(cells?.rests, ['value/response/P-001', 'value/response/P-002', 'value/response/P-003']);
});

test('visits before that were not held are shown: who is not known has not responded', () => {
  const [cells] = chartOf().series;
  assert.deepEqual(cells?.points.map(({ label, y }) => [label, y]).slice(0, 2), [
    ['week 4', 0],
    ['week 8', 0],
  ]);
  assert.match(chartOf().notes.join(' '), /other visits are described/);
  assert.match(chartOf().said, /msc: .*2 of 3 \(67%\) at week 24/);
});

test('who has not come to a visit yet is not counted at it', () => {
  const [first] = six;
  const visits = new Map([...(first?.visits ?? [])].filter(([visit]) => visit !== 'week 24'));
  const early = { ...(first ?? assert.fail()), visits };
  const [cells] = chartOf(sceneOfPeople(founding, [early, ...six.slice(1)])).series;
  assert.deepEqual([cells?.points.at(-1)?.n, cells?.points.at(-1)?.y], [2, 0.5]);
});

test('a condition that is asked once is no line, one that is asked twice is', () => {
  assert.ok(responseCharts(sixScene).every(({ id }) => id !== 'chart/share/sri-4'));
  const study = studyEdited([
    'PGA - PGA at baseline < 0.3\n    at: week 24',
    'PGA - PGA at baseline < 0.3\n    at: week 24\n    also at: [week 12]',
  ]);
  const scene = sceneOfPeople(study, [person(study, 'P-1', 'msc', { baseline: '0.9 2.0', week24: '1.0 1.0' })]);
  const [only] = chartOf(scene, 'chart/share/sri-4').series;
  assert.deepEqual(
    only?.points.map(({ label, y }) => [label, y]),
    [
      ['week 12', 0],
      ['week 24', 0],
    ],
  );
});

test('without arms there is one line of all, and no arm is named', () => {
  const chart = chartOf(maskedScene);
  assert.deepEqual([chart.arms, chart.series.length, chart.series[0]?.points.at(-1)?.n], [[], 1, 6]);
  near(chart.series[0]?.points.at(-1)?.y, 0.5);
  assert.doesNotMatch(JSON.stringify(chart), /msc|il-2/);
});

test('a value at a visit that the study does not ask rests on its records', () => {
  const response = endpointOf(founding, 'response');
  const [atAnalysis] = sixScene.valuesOf(response);
  const [elsewhere] = sixScene.valuesOf(response, 'week 12');
  assert.deepEqual(restsOfValue(atAnalysis ?? assert.fail(), response), ['value/response/P-001']);
  const rests = restsOfValue({ ...(elsewhere ?? assert.fail()), records: ['p#1/a', 'p#1/b'] }, response);
  assert.deepEqual(rests, ['p#1/a']);
});
