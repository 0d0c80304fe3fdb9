import assert from 'node:assert/strict';
import test from 'node:test';
import { sixPeople, studyEdited } from '#core/endpoints/given.ts';
import { maskedScene, sceneOfPeople, sixScene } from './given.ts';
import { survivalCharts } from './survival-chart.ts';

const shares = (chart: ReturnType<typeof survivalCharts>[number] | undefined) =>
  chart?.series.map(({ arm, steps }) => [arm, steps.map(({ day, share }) => [day, Math.round(share * 1e6) / 1e6])]);

/**
 * By hand: all who responded did so on day 168. Cells: 2 of 3, 1/3 left. IL-2: P-005 was never seen again after day 0, of
 * the two others 1 responded.
 */
test('a time without an analysis is described: steps, censorings and numbers at risk by hand', () => {
  const [chart, ...others] = survivalCharts(sixScene);
  assert.deepEqual(others, []);
  assert.deepEqual([chart?.id, chart?.shows, chart?.x.to], ['chart/survival/time-to-response', 'reached', 168]);
  assert.deepEqual(shares(chart), [
    [
      'msc',
      [
        [0, 1],
        [168, 0.333333],
      ],
    ],
    [
      'il-2',
      [
        [0, 1],
        [168, 0.5],
      ],
    ],
  ]);
  const [cells, control] = chart?.series ?? [];
  assert.deepEqual(
    cells?.censored.map(({ day }) => day),
    [168],
  );
  assert.deepEqual(
    control?.censored.map(({ day }) => day),
    [0, 168],
  );
  assert.deepEqual(
    control?.atRisk.map(({ day, n, events }) => [day, n, events]),
    [
      [0, 3, 0],
      [28, 2, 0],
      [56, 2, 0],
      [84, 2, 0],
      [112, 2, 0],
      [140, 2, 0],
      [168, 2, 0],
    ],
  );
  assert.match(chart?.notes.join(' ') ?? '', /no analysis of it/);
  assert.match(chart?.said ?? '', /msc: 2 of 3 had it, 66\.7% have reached it by day 168/);
});

test('a planned analysis says its test', () => {
  const written =
    '  - { id: times, kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: log-rank, experimental: msc, control: il-2 }\n\n';
  const study = studyEdited(['assumptions:\n', `${written}assumptions:\n`]);
  const [chart, ...others] = survivalCharts(sceneOfPeople(study, sixPeople(study)));
  assert.deepEqual([chart?.id, others.length], ['chart/survival/times', 0]);
  assert.match(chart?.notes.join(' ') ?? '', /Log-rank test, two-sided p 0\.\d{4}/);
  const unnamed = sceneOfPeople(
    study,
    sixPeople(study).map((person) => ({ ...person, arm: undefined })),
  );
  assert.doesNotMatch(JSON.stringify(survivalCharts(unnamed)), /Log-rank|msc|il-2/);
});

test('a time to something else than a response is drawn as those free of it', () => {
  const study = studyEdited([
    'rule: first point from week 4 to week 24 where (CR or PR)',
    'rule: first point from week 4 to week 24 where (UPCR >= 1.5 g/g)',
  ]);
  const [chart] = survivalCharts(sceneOfPeople(study, sixPeople(study)));
  assert.equal(chart?.shows, 'free');
  assert.match(chart?.said ?? '', /free of it by day 168/);
});

/** All six: at day 168 five at risk, three respond. */
test('without arms there is one curve of all', () => {
  const [chart] = survivalCharts(maskedScene);
  assert.deepEqual(shares(chart), [
    [
      'all participants',
      [
        [0, 1],
        [168, 0.4],
      ],
    ],
  ]);
  assert.equal(chart?.series[0]?.atRisk.at(-1)?.n, 5);
});
