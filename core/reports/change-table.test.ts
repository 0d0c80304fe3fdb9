import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { type ArmChange, isChange } from '#core/endpoints/analyse-change.ts';
import { summariseValues } from '#core/statistics/descriptive/summary.ts';
import { testSignedRank } from '#core/statistics/tests/signed-rank.ts';
import { testMeanChange } from '#core/statistics/tests/student-t-test.ts';
import { changeTable } from './change-table.ts';

const study = shipped('nct01741857');
const [analysis] = study.definition.analyses.filter(isChange);
assert.ok(analysis);
const changes = [-4, -2, -6, 2];
const armOf = (test: ArmChange['test'], of = changes): ArmChange => ({
  arm: 'cells',
  of: 5,
  values: [],
  summary: summariseValues(of),
  test,
});
const rowOf = (arm: ArmChange) => changeTable([{ analysis, arms: [arm] }], study).rows[0];
const said = (arm: ArmChange) => rowOf(arm)?.cells.map(({ value }) => value);

/** By hand: mean −2.5, SD √(35/3) = 3.42, Student's 3.1824 × 1.7078 = 5.435 either way; quartiles of type 2 are −5 and 0. */
test('known, mean with interval, median with quartiles, exact p', () => {
  assert.deepEqual(said(armOf(testSignedRank(changes))), [
    '4 of 5',
    '−2.50 (−7.94 to 2.94), SD 3.42',
    '−3.00 (−5.00 to 0.00)',
    '0.3750',
  ]);
  assert.equal(rowOf(armOf(undefined))?.label, 'Change of the BILAG-2004 total, signed rank');
});

test('a single value has no spread, nobody has nothing, and what cannot be tested says why', () => {
  assert.deepEqual(said(armOf(undefined, [-3])), ['1 of 5', '−3.00', '−3.00 (−3.00 to −3.00)', '']);
  assert.deepEqual(said(armOf({ notEstimable: 'no participants' }, [])), [
    '0 of 5',
    '–',
    '–',
    'not estimable: no participants',
  ]);
  assert.match(said(armOf(testMeanChange(changes)))?.[3] ?? '', /^0\.2\d{3}$/);
});

test('more changes than the exact test takes are tested by the normal approximation, and it is said', () => {
  const many = Array.from({ length: 400 }, (_, index) => (index % 3 === 0 ? index + 1 : -index - 1));
  assert.match(said(armOf(testSignedRank(many)))?.[3] ?? '', / approx\.$/);
});

/** Of −4, −2, −6, 2: V is 1.5 and p .375, as analyse-change.test.ts works out; quartiles of type 2 (hyndman1996). */
test('cells keep what they print unrounded, by its names', () => {
  const [known, mean, median, p] = rowOf(armOf(testSignedRank(changes)))?.cells.map(({ numbers }) => numbers) ?? [];
  assert.deepEqual(known, { n: 4, of: 5 });
  assert.deepEqual(Object.keys(mean ?? {}), ['mean', 'lower', 'upper', 'sd']);
  assert.ok(Math.abs((mean?.sd ?? 0) - Math.sqrt(35 / 3)) < 1e-12);
  assert.deepEqual(median, { median: -3, q1: -5, q3: 0 });
  assert.deepEqual(p, { p: 0.375, statistic: 1.5 });
  const student = rowOf(armOf(testMeanChange(changes)))?.cells[3]?.numbers ?? {};
  assert.deepEqual(Object.keys(student), ['p', 'statistic', 'df']);
});

test('small values have the decimals that their spread needs', () => {
  assert.equal(said(armOf(undefined, [0.01, 0.02, 0.04]))?.[2], '0.0200 (0.0100 to 0.0400)');
  assert.equal(said(armOf(undefined, [0.1, 0.2, 0.4]))?.[2], '0.200 (0.100 to 0.400)');
});
