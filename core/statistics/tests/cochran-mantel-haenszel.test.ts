import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, assertSays, estimated, expectedOf, group, publicCases, strataOf } from '../given.ts';
import { testChiSquare } from './chi-square-2x2.ts';
import { testCochranMantelHaenszel } from './cochran-mantel-haenszel.ts';

type Statistics = Readonly<Record<'chisq' | 'p' | 'chisqCC' | 'pCC', number>>;
interface Row extends Statistics {
  readonly strata: readonly (readonly number[])[];
}
const check = (rows: readonly (readonly number[])[], { chisq, p, chisqCC, pCC }: Statistics): void => {
  const plain = estimated(testCochranMantelHaenszel(strataOf(rows)));
  assertNear(plain.statistic, chisq, 1e-12);
  assertNear(plain.twoSided, p, 1e-12);
  const corrected = estimated(testCochranMantelHaenszel(strataOf(rows), 'continuity'));
  assertNear(corrected.statistic, chisqCC, 1e-12, 'corrected');
  assertNear(corrected.twoSided, pCC, 1e-12, 'corrected p');
};

const rows = expectedOf<readonly Row[]>('mantel-haenszel');
test('the oracle, evidence/oracles/mantel-haenszel, has its rows', () => assert.equal(rows.length, 10));
for (const row of rows) test(`as R: ${JSON.stringify(row.strata)}`, () => check(row.strata, row));
for (const { id, input, output } of publicCases<{ readonly strata: Row['strata'] }, Statistics>('cmh')) {
  test(`public: ${id}`, () => check(input.strata, output));
}

test('by hand: 3 of 4 against 1 of 4, expected 2, variance 16 · 16 / (64 · 7) = 4/7', () => {
  const found = estimated(testCochranMantelHaenszel([{ arm1: group(3, 4), arm0: group(1, 4) }]));
  assert.deepEqual([found.observed, found.expected], [3, 2]);
  assertNear(found.statistic, 7 / 4, 1e-14);
});

const arm = fc.integer({ min: 1, max: 30 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('one stratum gives the chi-square with N − 1', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const [own, plain] = [testCochranMantelHaenszel([{ arm1, arm0 }]), testChiSquare(arm1, arm0, 'N - 1')];
      fc.pre('method' in own && 'method' in plain);
      if (plain.statistic > 1e-20) assertClose(own.statistic, plain.statistic, 1e-9);
    }),
  );
});

test('exchanging the arms, the order of strata and strata without both arms change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 1, maxLength: 5 }), (strata) => {
      const turned = strata.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 })).toReversed();
      const more = [{ arm1: group(1, 3), arm0: group(0, 0) }, ...turned];
      for (const correction of ['none', 'continuity'] as const) {
        const [one, other] = [strata, more].map((list) => testCochranMantelHaenszel(list, correction));
        fc.pre(one !== undefined && 'method' in one && other !== undefined && 'method' in other);
        // Near half an event, rounding decides whether the correction applies.
        fc.pre(Math.abs(Math.abs(one.observed - one.expected) - 0.5) > 1e-9);
        assertNear(one.statistic, other.statistic, 1e-9);
        assert.deepEqual(other.dropped, [0]);
      }
    }),
  );
});

test('refuses strata without variation', () => {
  const still = strataOf([
    [0, 3, 0, 4],
    [2, 2, 3, 3],
  ]);
  assert.deepEqual(testCochranMantelHaenszel(still), { notEstimable: 'nothing varies in any stratum' });
  assert.deepEqual(testCochranMantelHaenszel([]), { notEstimable: 'no stratum with both arms' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testCochranMantelHaenszel([{ arm1: group(3, 10), arm0: group(5, 10) }]), 'cochran-mantel-haenszel/1', {
    correction: 'none',
  });
});
