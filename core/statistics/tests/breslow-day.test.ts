import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, estimated, expectedOf, publicCases, strataOf } from '../given.ts';
import { testBreslowDay } from './breslow-day.ts';

type Statistics = Readonly<Record<'breslowDay' | 'breslowDayP' | 'tarone' | 'taroneP', number>>;
interface Row extends Statistics {
  readonly strata: readonly (readonly number[])[];
}
const check = (rows: Row['strata'], expected: Statistics): void => {
  const found = estimated(testBreslowDay(strataOf(rows)));
  assertNear(found.uncorrected, expected.breslowDay, 1e-11);
  assertNear(found.uncorrectedP, expected.breslowDayP, 1e-11);
  assertNear(found.statistic, expected.tarone, 1e-11);
  assertNear(found.p, expected.taroneP, 1e-11);
};

const rows = expectedOf<readonly Row[]>('mantel-haenszel');
test('the oracle, evidence/oracles/mantel-haenszel, has its rows', () => assert.equal(rows.length, 10));
for (const row of rows) test(`as R: ${JSON.stringify(row.strata)}`, () => check(row.strata, row));
for (const { id, input, output } of publicCases<{ readonly strata: Row['strata'] }, Statistics>('cmh')) {
  test(`public: ${id}`, () => check(input.strata, output));
}

test('equal odds ratios in all strata leave nothing (tarone1985)', () => {
  const strata = strataOf([
    [4, 8, 2, 8],
    [6, 12, 3, 12],
    [2, 4, 5, 20],
  ]);
  const { statistic, uncorrected, p, degreesOfFreedom } = estimated(testBreslowDay(strata));
  assert.ok(Math.abs(statistic) < 1e-20 && Math.abs(uncorrected) < 1e-20);
  assert.deepEqual([degreesOfFreedom, p], [2, 1]);
});

test('strata that say nothing carry no degree of freedom', () => {
  const informative = [
    [8, 10, 4, 10],
    [3, 9, 5, 11],
  ];
  const own = estimated(testBreslowDay(strataOf(informative)));
  const more = estimated(testBreslowDay(strataOf([[0, 3, 0, 4], ...informative, [1, 2, 0, 0], [2, 2, 1, 1]])));
  assert.deepEqual(more, { ...own, dropped: [0, 3, 4] });
});

const arm = fc
  .integer({ min: 2, max: 30 })
  .chain((of) => fc.record({ events: fc.integer({ min: 1, max: of - 1 }), of: fc.constant(of) }));
test('exchanging the arms changes nothing, and the correction never adds', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 2, maxLength: 5 }), (strata) => {
      const one = estimated(testBreslowDay(strata));
      const other = estimated(testBreslowDay(strata.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 }))));
      assertNear(one.statistic, other.statistic, 1e-8);
      assert.ok(one.statistic <= one.uncorrected + 1e-12);
    }),
  );
});

test('refuses a single stratum, and no odds ratio', () => {
  assert.deepEqual(testBreslowDay(strataOf([[4, 8, 2, 8]])), { notEstimable: 'only one stratum varies' });
  assert.deepEqual(
    testBreslowDay(
      strataOf([
        [0, 8, 2, 8],
        [0, 3, 1, 3],
      ]),
    ),
    { notEstimable: 'the common ratio is zero' },
  );
});
