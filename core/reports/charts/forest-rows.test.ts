import assert from 'node:assert/strict';
import test from 'node:test';
import { sixPeople, studyEdited } from '#core/endpoints/given.ts';
import { comparisonsOf, effectOf, plannedRows, sayCounts } from './forest-rows.ts';
import { sceneOfPeople, sixScene } from './given.ts';

const study = studyEdited(['hypothesis: superiority', 'hypothesis: non-inferiority\n    margin: "0.15"']);
const scene = sceneOfPeople(study, sixPeople(study));

/** By hand: cells 2 of 3, IL-2 1 of 3, of whom P-005 is not known. */
test('non-inferiority has its views of who is missing as further rows, or, plainly, one row', () => {
  const rows = plannedRows(comparisonsOf(scene), scene, false);
  assert.deepEqual(
    rows.map(({ label, role, counts }) => [label, role, counts]),
    [
      ['All randomised', 'main', '2/3 v 1/3'],
      ['All randomised, missing left out', 'sensitivity', '2/3 v 1/2'],
      ['All randomised, missing worst for the new treatment', 'sensitivity', '2/3 v 2/3'],
    ],
  );
  assert.equal(rows[2]?.estimate, 0);
  assert.deepEqual(rows[0]?.rests, ['primary/view-0/difference']);
  assert.deepEqual(plannedRows(comparisonsOf(scene), scene, true), rows.slice(0, 1));
});

test('superiority is one row, which rests on the figure of the difference', () => {
  const [row, ...others] = plannedRows(comparisonsOf(sixScene), sixScene, false);
  assert.deepEqual(others, []);
  assert.ok(row?.estimate !== undefined && Math.abs(row.estimate - 1 / 3) < 1e-12);
  assert.deepEqual(row.rests, ['primary/difference']);
  assert.ok(row.interval !== undefined && row.interval.lower < 1 / 3 && row.interval.upper > 1 / 3);
});

const strata = '  strata:\n    - { id: heavy, title: heavy proteinuria, rule: UPCR at screening >= 2 g/g }\n';

test('by strata, where the analysis is by strata', () => {
  const stratified = studyEdited(
    ['test: fisher exact', 'test: cochran-mantel-haenszel'],
    ['  block sizes: [2, 4, 6]\n', `  block sizes: [2, 4, 6]\n${strata}`],
  );
  const of = sceneOfPeople(stratified, sixPeople(stratified));
  const [row] = plannedRows(comparisonsOf(of), of, false);
  assert.deepEqual([row?.label, row?.counts], ['All randomised, by strata', '2/3 v 1/3']);
});

test('counts and effects as they are said', () => {
  assert.equal(sayCounts({ events: 12, of: 20 }, { events: 9, of: 20 }), '12/20 v 9/20');
  assert.deepEqual(effectOf({ notEstimable: 'no participants' }), { estimate: undefined, interval: undefined });
  assert.deepEqual(effectOf({ estimate: 0.1, lower: 0, upper: 0.2 }), {
    estimate: 0.1,
    interval: { lower: 0, upper: 0.2 },
  });
});
