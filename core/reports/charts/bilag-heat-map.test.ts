import assert from 'node:assert/strict';
import test from 'node:test';
import { entries, section } from '#core/conduct/given.ts';
import { courses, person } from '#core/endpoints/given.ts';
import { bilagHeatMaps } from './bilag-heat-map.ts';
import { founding, sceneOfPeople, sixScene } from './given.ts';

const systems = [
  'constitutional',
  'mucocutaneous',
  'neuropsychiatric',
  'musculoskeletal',
  'cardiorespiratory',
  'gastrointestinal',
  'ophthalmic',
  'renal',
  'haematological',
];

/** "renal A, mucocutaneous B": all other systems are E. */
const graded = (visit: string, written: string) => {
  const found = new Map(written.split(', ').map((each) => [each.split(' ')[0] ?? '', each.split(' ')[1] ?? 'E']));
  const items = systems.map((system) => `BILAG-2004.${system} ${found.get(system) ?? 'E'}`);
  return section(visit, 'disease activity', entries(...items));
};

const seen = (id: string, arm: string, baseline: string, week24: string) =>
  person(founding, id, arm, { ...courses.none, more: [graded('baseline', baseline), graded('week 24', week24)] });

test('of few people the worst grade of each, with its systems', () => {
  const people = [
    seen('P-1', 'msc', 'renal A, mucocutaneous B', 'renal B, mucocutaneous B'),
    seen('P-2', 'il-2', 'renal A, haematological A, ophthalmic A', 'renal D'),
  ];
  const [chart] = bilagHeatMaps(sceneOfPeople(founding, people));
  assert.deepEqual(chart?.levels, ['E', 'D', 'C', 'B', 'A']);
  const ends = chart?.rows.map(({ label, cells }) => [label, cells.at(0)?.text, cells.at(-1)?.text]);
  assert.deepEqual(ends, [
    ['P-1', 'A ren', 'B muc +1'],
    ['P-2', 'A oph +2', 'D'],
  ]);
  const first = chart?.rows[1]?.cells[0];
  assert.deepEqual([first?.level, first?.said, first?.rests.length], [4, 'A: ophthalmic, renal, haematological', 1]);
  assert.match(chart?.said ?? '', /baseline: an A or B in 2 of 2; .*week 24: an A or B in 1 of 2/);
});

/** By hand: of 32, half in each arm; 4 of 16 with an A of the kidney in cells, and nobody in IL-2. */
test('of many the share with A or B in each system of each arm', () => {
  const people = Array.from({ length: 32 }, (_, index) =>
    seen(`P-${10 + index}`, index % 2 === 0 ? 'msc' : 'il-2', index % 8 === 0 ? 'renal A' : 'renal C', 'renal E'),
  );
  const [chart] = bilagHeatMaps(sceneOfPeople(founding, people));
  assert.equal(chart?.rows.length, 18);
  const renal = chart?.rows.filter(({ label }) => label === 'renal').map(({ arm, cells }) => [arm, cells[0]]);
  assert.deepEqual(
    renal?.map(([arm, cell]) =>
      typeof cell === 'object' ? [arm, cell.text, cell.said, cell.level, cell.rests.length] : [],
    ),
    [
      ['msc', '25%', '4 of 16 with A or B', 2, 16],
      ['il-2', '0%', '0 of 16 with A or B', 0, 16],
    ],
  );
  assert.equal(chart?.rows[0]?.cells[1], undefined);
});

test('where nobody was graded there is none', () => {
  assert.deepEqual(bilagHeatMaps(sixScene), []);
});
