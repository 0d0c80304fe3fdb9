import assert from 'node:assert/strict';
import test from 'node:test';
import { sixPeople, studyEdited } from '#core/endpoints/given.ts';
import { forestCharts } from './forest-chart.ts';
import type { ForestEntry } from './forest-rows.ts';
import { founding, maskedScene, sceneOfPeople, sixScene } from './given.ts';

const entry: ForestEntry = {
  endpoint: 'response',
  experimental: 'msc',
  control: 'il-2',
  label: 'those not known left out',
  role: 'sensitivity',
  counts: '2/3 v 1/2',
  estimate: 1 / 6,
  interval: { lower: -0.5, upper: 0.7 },
  rests: ['primary-sensitivity/complete cases/estimate'],
};

test('one forest for each compared endpoint, against no difference, with what lies on either side', () => {
  const [chart, ...others] = forestCharts(sixScene);
  assert.deepEqual(others, []);
  assert.deepEqual(
    [chart?.id, chart?.none, chart?.margin, chart?.favours],
    ['chart/forest/primary', 0, undefined, ['favours il-2', 'favours msc']],
  );
  assert.match(chart?.said ?? '', /All randomised, 2\/3 v 1\/3: 33\.3% \(.* to .*\)\./);
});

test('the margin of non-inferiority lies to the left', () => {
  const study = studyEdited(['hypothesis: superiority', 'hypothesis: non-inferiority\n    margin: "0.15"']);
  const [chart] = forestCharts(sceneOfPeople(study, sixPeople(study)));
  assert.equal(chart?.margin, -0.15);
  assert.equal(chart?.rows.length, 3);
  assert.match(chart?.notes.join(' ') ?? '', /right of −15\.0%/);
});

test('further rows join the forest of their endpoint and arms, and no other', () => {
  const [chart] = forestCharts(sixScene, [entry, { ...entry, endpoint: 'sri-4' }, { ...entry, control: 'other' }]);
  assert.deepEqual(
    chart?.rows.map(({ label }) => label),
    ['All randomised', 'those not known left out'],
  );
  assert.deepEqual(Object.keys(chart?.rows[1] ?? {}).toSorted(), [
    'counts',
    'estimate',
    'interval',
    'label',
    'rests',
    'role',
  ]);
});

test('without arms, and without an estimate, there is none', () => {
  assert.deepEqual(forestCharts(maskedScene, [entry]), []);
  const [first] = sixPeople(founding);
  assert.deepEqual(forestCharts(sceneOfPeople(founding, [first ?? assert.fail()])), []);
});
