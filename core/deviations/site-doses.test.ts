import assert from 'node:assert/strict';
import test from 'node:test';
import { courses, dossierOf, until, without } from './given.ts';
import { siteDoses } from './site-doses.ts';

type Name = keyof typeof courses;

/** Number, planned day, first and last day: by the arms and the windows of the schedules, or a day to either side. */
const rows: readonly (readonly [from: Name, number: number, expected: readonly number[]])[] = [
  ['infusions', 1, [0, 0, 0]],
  ['infusions', 2, [28, 25, 31]],
  ['infusions', 3, [56, 53, 59]],
  ['il-2', 2, [2, 1, 3]],
  ['il-2', 8, [28, 25, 31]],
  ['il-2', 21, [68, 67, 69]],
  ['tablets', 2, [7, 4, 10]],
];
for (const [from, number, expected] of rows)
  test(`${from}, dose ${number}: ${expected.join(', ')}`, () => {
    const dossier = dossierOf(courses[from]);
    const { dayZero = 0 } = dossier;
    const found = siteDoses(dossier).find(({ planned }) => planned.number === number);
    assert.deepEqual(found && [found.day, found.earliest, found.latest].map((each) => each - dayZero), expected);
    assert.equal(found?.given?.number, number);
  });

test('tablets are none, and there are as many as the plan has', () => {
  assert.equal(siteDoses(dossierOf(courses.tablets)).length, 2);
  assert.equal(siteDoses(dossierOf(courses['il-2'])).length, 21);
  assert.equal(siteDoses(dossierOf(courses.cells)).length, 1);
});

test('who does not know the arm sees the doses that all arms look like, and none where they do not look alike', () => {
  const masked = siteDoses(dossierOf(without('assignment disclosed')(courses.tablets)));
  assert.deepEqual(
    masked.map(({ view, planned }) => [view.isVeiled, planned.dose]),
    [
      [true, 'cell-infusion'],
      [true, 'cell-infusion'],
    ],
  );
  assert.deepEqual(siteDoses(dossierOf(without('assignment disclosed')(courses.infusions))), []);
});

test('before allocation there are none', () => assert.deepEqual(siteDoses(dossierOf(until(-1)(courses.cells))), []));
