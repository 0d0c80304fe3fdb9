import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, strataOf } from '../given.ts';
import { scoreOfCommonDifference } from '../tests/stratified-difference-score.ts';
import { computeDifferenceInterval } from './miettinen-nurminen.ts';
import { computeStratifiedDifference } from './stratified-miettinen-nurminen.ts';

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
interface Row {
  readonly strata: readonly (readonly number[])[];
  readonly confidence: number;
  readonly estimate: number;
  readonly mn: Ends;
  readonly plain: Ends;
}
const rows = expectedOf<readonly Row[]>('stratified-miettinen-nurminen');
test('the oracle, evidence/oracles/stratified-miettinen-nurminen, has its rows', () => assert.equal(rows.length, 11));
for (const { strata, confidence, estimate, mn, plain } of rows) {
  test(`as base R: ${JSON.stringify(strata)} at ${confidence}`, () => {
    for (const [factor, ends] of [
      ['N / (N - 1)', mn],
      ['none', plain],
    ] as const) {
      const found = estimated(computeStratifiedDifference(strataOf(strata), confidence, factor));
      assertNear(found.estimate, estimate, 1e-14);
      assertNear(found.lower, ends.lower, 1e-11, 'lower');
      assertNear(found.upper, ends.upper, 1e-11, 'upper');
    }
  });
}

const arm = fc.integer({ min: 1, max: 30 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
const strata = fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 1, maxLength: 4 });

test("one stratum gives Miettinen and Nurminen's interval", () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const own = estimated(computeStratifiedDifference([{ arm1, arm0 }], 0.9));
      const plain = estimated(computeDifferenceInterval(arm1, arm0, 0.9));
      assertNear(own.lower, plain.lower, 1e-10);
      assertNear(own.upper, plain.upper, 1e-10);
    }),
  );
});

test('test and interval agree, and so do z and 0', () => {
  fc.assert(
    fc.property(strata, fc.double({ min: -0.99, max: 0.99, noNaN: true }), (list, difference) => {
      const { lower, upper, z, twoSided } = estimated(computeStratifiedDifference(list));
      fc.pre([lower, upper].every((end) => Math.abs(end - difference) > 1e-9 && Math.abs(end) > 1e-9));
      // 1.96 to sixteen digits: R 4.2.2, qnorm(0.975).
      const score = scoreOfCommonDifference(list, difference, 'N / (N - 1)');
      assert.equal(Math.abs(score) > 1.9599639845400545, difference < lower || difference > upper);
      assert.equal(Math.abs(z) > 1.9599639845400545, lower > 0 || upper < 0);
      assert.equal(twoSided < 0.05, lower > 0 || upper < 0);
    }),
  );
});

test('a stratum with an empty arm changes nothing and is named', () => {
  const full = { arm1: group(8, 10), arm0: group(4, 10) };
  const [own, more] = [[full], [{ arm1: group(3, 5), arm0: group(0, 0) }, full]].map((list) =>
    estimated(computeStratifiedDifference(list)),
  );
  assert.deepEqual({ ...own, dropped: [0] }, more);
});

test('a difference of one is its own end; refuses what has no stratum', () => {
  const extreme = strataOf([
    [5, 5, 0, 5],
    [3, 3, 0, 2],
  ]);
  assert.equal(estimated(computeStratifiedDifference(extreme)).upper, 1);
  assert.deepEqual(computeStratifiedDifference([]), { notEstimable: 'no stratum with both arms' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeStratifiedDifference(strataOf([[3, 10, 5, 10]])), 'stratified-miettinen-nurminen/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    direction: 'arm 1 - arm 0',
    weights: 'Mantel-Haenszel, n1 n0 / N',
    varianceFactor: 'N / (N - 1)',
  });
});
