import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf, strataOf } from '../given.ts';
import { usableStrata } from '../strata.ts';
import { scoreOfDifference } from './difference-score.ts';
import { commonDifference, scoreOfCommonDifference } from './stratified-difference-score.ts';

interface Row {
  readonly strata: readonly (readonly number[])[];
  readonly estimate: number;
  readonly z: number;
}
const rows = expectedOf<readonly Row[]>('stratified-miettinen-nurminen');
test('the oracle has its rows', () => assert.equal(rows.length, 11));
for (const { strata, estimate, z } of rows) {
  test(`z as base R: ${JSON.stringify(strata)}`, () => {
    const usable = usableStrata(strataOf(strata));
    assert.ok('used' in usable);
    assertNear(commonDifference(usable.used), estimate, 1e-14);
    assertNear(scoreOfCommonDifference(usable.used, 0, 'N / (N - 1)'), z, 1e-11);
  });
}

test('by hand: weights 5 and 2, differences 4/10 and -1/4', () => {
  const strata = strataOf([
    [6, 10, 2, 10],
    [1, 4, 2, 4],
  ]);
  assertNear(commonDifference(strata), (5 * 0.4 - 2 * 0.25) / 7, 1e-15);
});

const arm = fc.integer({ min: 1, max: 30 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
const strata = fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 1, maxLength: 5 });
const difference = fc.double({ min: -0.99, max: 0.99, noNaN: true });

test('one stratum gives the score of two arms (miettinen1985)', () => {
  fc.assert(
    fc.property(arm, arm, difference, (arm1, arm0, d) => {
      const expected = scoreOfDifference(arm1, arm0, d, 'N / (N - 1)');
      assertNear(scoreOfCommonDifference([{ arm1, arm0 }], d, 'N / (N - 1)'), expected, 1e-12);
    }),
  );
});

test('the order of the strata says nothing; exchanging the arms changes the sign', () => {
  fc.assert(
    fc.property(strata, difference, (list, d) => {
      const z = scoreOfCommonDifference(list, d, 'none');
      assertNear(scoreOfCommonDifference(list.toReversed(), d, 'none'), z, 1e-10);
      const turned = list.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 }));
      assertNear(scoreOfCommonDifference(turned, -d, 'none'), -z, 1e-8);
    }),
  );
});
