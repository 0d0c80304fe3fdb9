import assert from 'node:assert/strict';
import test from 'node:test';
import { courses, person } from '#core/endpoints/given.ts';
import { founding, sceneOfPeople, sixScene } from './given.ts';
import { bandOf, heatPeople, mostHeatRows, sledaiHeatMaps } from './score-heat-map.ts';

test('scores lie in bands', () => {
  assert.deepEqual([0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 105].map(bandOf), [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

/** By hand: P-001 has 4 + 4 + 2 points and then 4, P-002 8 and then 9; of the others no form was filled in. */
test('each cell prints its score; what is not known is empty', () => {
  const [chart] = sledaiHeatMaps(sixScene);
  assert.deepEqual(chart?.columns, ['baseline', 'week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24']);
  assert.deepEqual(
    chart?.rows.map(({ label, arm, cells }) => [label, arm, cells.map((cell) => cell?.text ?? '').join('|')]),
    [
      ['P-001', 'msc', '10||||||4'],
      ['P-002', 'msc', '8||||||9'],
      ['P-003', 'msc', '||||||'],
      ['P-004', 'il-2', '||||||'],
      ['P-005', 'il-2', '||||||'],
      ['P-006', 'il-2', '||||||'],
    ],
  );
  assert.deepEqual([chart?.rows[0]?.cells[0]?.level, chart?.rows[0]?.cells[6]?.level], [3, 1]);
  assert.match(chart?.said ?? '', /baseline: known of 2, 0 in 0, 9 or more in 1/);
});

test('where nobody has a score there is none', () => {
  assert.deepEqual(sledaiHeatMaps(sceneOfPeople(founding, [person(founding, 'P-1', 'msc', courses.complete)])), []);
});

test('more people than have room are cut, and it says so', () => {
  const [one] = sixScene.people;
  const people = Array.from({ length: mostHeatRows + 5 }, (_, index) => ({
    ...(one ?? assert.fail()),
    id: String(index).padStart(4, '0'),
    arm: index % 2 === 0 ? 'il-2' : 'msc',
  }));
  const { shown, notes } = heatPeople({ ...sixScene, people });
  assert.equal(shown.length, mostHeatRows);
  assert.ok(shown.every(({ id }) => Number(id) < mostHeatRows));
  assert.deepEqual(notes, ['The first 300 of 305 participants by number are shown.']);
  assert.deepEqual(heatPeople(sixScene).notes, []);
});
