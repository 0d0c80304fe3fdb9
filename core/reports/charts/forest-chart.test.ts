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

const twoViews = studyEdited([
  'assumptions:\n',
  '  - { id: second, kind: compare proportions, endpoint: response, population: treated, test: fisher exact, interval: miettinen-nurminen, hypothesis: superiority, experimental: msc, control: il-2, alpha: "0.05", sides: 2 }\n\nassumptions:\n',
]);

test('rows beside another analysis say its population, and what they repeat is left out', () => {
  const scene = sceneOfPeople(twoViews, sixPeople(twoViews));
  const other = { ...entry, analysis: 'second', counts: '2/2 v 1/2' };
  const [chart, ...none] = forestCharts(scene, [
    { ...entry, analysis: 'primary' },
    { ...entry, analysis: 'primary', label: 'the same by another method' },
    { ...entry, analysis: 'second' },
    other,
  ]);
  assert.deepEqual(none, []);
  assert.deepEqual(
    chart?.rows.map(({ label, role }) => [label, role]),
    [
      ['All randomised', 'main'],
      ['All treated', 'sensitivity'],
      ['those not known left out', 'sensitivity'],
      ['the same by another method', 'sensitivity'],
      ['All treated, those not known left out', 'sensitivity'],
    ],
  );
});

test('without arms, and without an estimate, there is none', () => {
  assert.deepEqual(forestCharts(maskedScene, [entry]), []);
  const [first] = sixPeople(founding);
  assert.deepEqual(forestCharts(sceneOfPeople(founding, [first ?? assert.fail()])), []);
});
