import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { RangePlace } from '#core/reports/datasets/measurement-data.ts';
import { measured, shown, twoArms } from './given.ts';
import { laboratoryShifts } from './laboratory-shifts.ts';

const study = shipped('nct05631717');
const name = 'Alanine aminotransferase';

/** A person's places at baseline and at later visits. */
const course = (participant: string, arm: string, first: RangePlace | undefined, ...later: readonly RangePlace[]) => [
  ...(first === undefined ? [] : [measured(participant, arm, { place: first })]),
  ...later.map((place, at) =>
    measured(participant, arm, { place, isBaseline: false, visit: `week ${at + 4}`, day: 28 * (at + 1) }),
  ),
];

/** The later places, and to what they come. */
const furthest: readonly (readonly [readonly RangePlace[], string])[] = [
  [['normal', 'normal'], 'normal'],
  [['normal', 'high'], 'high'],
  [['low', 'normal'], 'low'],
  [['low', 'high'], 'low and high'],
];
for (const [later, to] of furthest)
  test(`from normal over ${later.join(', ')} to ${to}`, () => {
    const table = laboratoryShifts(study, course('1', 'cells', 'normal', ...later), twoArms);
    assert.deepEqual(shown(table, `${name}: normal to ${to}`), ['1 of 1 (100.0%)', '0 of 0', '1 of 1 (100.0%)']);
    assert.equal(table.rows.length, 1);
  });

test('shares are of those with a value afterwards; a baseline that is missing is said', () => {
  const table = laboratoryShifts(
    study,
    [
      ...course('1', 'cells', 'normal', 'high'),
      ...course('2', 'cells', undefined, 'normal'),
      ...course('3', 'placebo', 'normal'),
      ...course('4', 'placebo', 'high', 'high'),
    ],
    twoArms,
  );
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      [`${name}: normal to high`, '1 of 2 (50.0%)', '0 of 1 (0.0%)', '1 of 3 (33.3%)'],
      [`${name}: high to high`, '0 of 2 (0.0%)', '1 of 1 (100.0%)', '1 of 3 (33.3%)'],
      [`${name}: not known to normal`, '1 of 2 (50.0%)', '0 of 1 (0.0%)', '1 of 3 (33.3%)'],
    ],
  );
});

test('what was measured before allocation is no value afterwards', () => {
  const before = measured('1', 'cells', { isBaseline: false, visit: 'screening', day: -10, place: 'high' });
  assert.deepEqual(laboratoryShifts(study, [before], twoArms).rows, []);
});

test('a cell rests on all values of those whom it counts', () => {
  const table = laboratoryShifts(study, course('1', 'cells', 'normal', 'high', 'normal'), twoArms);
  assert.equal(table.rows[0]?.cells[0]?.rests.length, 3);
});
