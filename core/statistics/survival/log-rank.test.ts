import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, assertSays } from '../given.ts';
import { fitCox } from './cox.ts';
import {
  anyStratum,
  type Columns,
  coxRowsOf,
  estimable,
  inDays,
  strataOf,
  timeToEventSets,
  twoPublicCases,
} from './given.ts';
import { type LogRankTest, testLogRank } from './log-rank.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R`
// (`mantel1966`).

interface PublicRank {
  readonly obs: readonly [arm0: number, arm1: number];
  readonly exp: readonly [arm0: number, arm1: number];
  readonly variance: number;
  readonly chisq: number;
  readonly p: number;
  readonly z: number;
}
const tests = {
  logrank: (columns: Columns) => testLogRank(strataOf(columns)),
  petoPeto: (columns: Columns) => testLogRank(strataOf(columns), 'Peto-Peto'),
  stratified: (columns: Columns) => testLogRank(strataOf(columns, 'by stratum')),
};
const names = ['logrank', 'petoPeto', 'stratified'] as const;

for (const { id, input, output } of twoPublicCases<Columns, Readonly<Record<(typeof names)[number], PublicRank>>>(
  'logrank',
)) {
  for (const name of names) {
    test(`public ${id}: ${name}`, () => {
      const [found, { obs, exp, variance, chisq, p, z }] = [estimable(tests[name](input)), output[name]];
      assertNear(found.arm0.observed, obs[0], 1e-12);
      assertNear(found.arm1.observed, obs[1], 1e-12);
      assertNear(found.arm0.expected, exp[0], 1e-12);
      assertNear(found.arm1.expected, exp[1], 1e-12);
      assertNear(found.variance, variance, 1e-12);
      assertNear(found.chiSquare, chisq, 1e-12);
      assertNear(found.z, z, 1e-12);
      assertClose(found.twoSided, p, 1e-11);
    });
  }
}

for (const set of timeToEventSets()) {
  test(`R survdiff, ${set.name}`, () => {
    const pairs = [
      [tests.logrank(set), set.logRank],
      [tests.petoPeto(set), set.petoPeto],
      [tests.stratified(set), set.stratified],
    ] as const;
    for (const [result, expected] of pairs) {
      const found = estimable(result);
      assertNear(found.arm1.observed, expected.observed1, 1e-12);
      assertNear(found.arm1.expected, expected.expected1, 1e-12);
      assertNear(found.variance, expected.variance, 1e-11);
      assertNear(found.chiSquare, expected.chiSquare, 1e-10);
    }
  });
}

const at = (...times: readonly number[]) => times.map((time) => ({ time, event: true }));

test('by hand: events of arm 1 at 1 and 3, of arm 0 at 2 and 4', () => {
  const found = estimable(testLogRank([{ arm1: at(1, 3), arm0: at(2, 4) }]));
  assertNear(found.arm1.expected, 1 / 2 + 1 / 3 + 1 / 2, 1e-15);
  assertNear(found.variance, 1 / 4 + 2 / 9 + 1 / 4, 1e-15);
  assertNear(found.z, (2 - 4 / 3) / Math.sqrt(13 / 18), 1e-15);
});

test('a stratum with one arm adds nothing and is named', () => {
  const both = { arm1: at(1, 3), arm0: at(2, 4) };
  const found = estimable(testLogRank([{ arm1: at(5), arm0: [] }, both]));
  assert.deepEqual(found.dropped, [0]);
  assertNear(found.z, estimable(testLogRank([both])).z, 1e-15);
});

test('without ties the score test of Cox is the log-rank test', () => {
  const columns = { time: [1, 2, 3, 4, 5, 6, 7, 8], status: [1, 1, 0, 1, 1, 0, 1, 1], arm: [1, 0, 0, 1, 0, 1, 1, 0] };
  const found = estimable(testLogRank(strataOf(columns)));
  assertNear(found.chiSquare, estimable(fitCox(coxRowsOf(columns, 'arm'))).score.statistic, 1e-12);
});

test('nothing to compare is refused', () => {
  const censored = [{ time: 3, event: false }];
  const refused = 'no event with both arms at risk';
  assert.deepEqual(testLogRank([{ arm1: censored, arm0: censored }]), { notEstimable: refused });
  assert.deepEqual(testLogRank([{ arm1: at(5), arm0: [{ time: 1, event: false }] }]), { notEstimable: refused });
  assert.deepEqual(testLogRank([{ arm1: at(1), arm0: [] }]), { notEstimable: 'no participants' });
});

const refusedOr = (result: ReturnType<typeof testLogRank>, check: (found: LogRankTest) => void): void => {
  if ('method' in result) check(result);
};
test('exchanging the arms turns z; order and unit of time change nothing', () => {
  fc.assert(
    fc.property(anyStratum, anyStratum, (first, second) => {
      refusedOr(testLogRank([first, second]), (found) => {
        const swap = ({ arm1, arm0 }: typeof first) => ({ arm1: arm0, arm0: arm1 });
        assertNear(estimable(testLogRank([swap(second), swap(first)])).z, -found.z, 1e-9);
        const other = [second, first].map(({ arm1, arm0 }) => ({
          arm1: inDays(arm1),
          arm0: inDays(arm0).toReversed(),
        }));
        assertNear(estimable(testLogRank(other)).z, found.z, 1e-9);
        const { observed, expected } = found.arm0;
        assertNear(found.arm1.observed + observed, found.arm1.expected + expected, 1e-9);
      });
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  const follow = (...times: readonly number[]) => times.map((time) => ({ time, event: true }));
  assertSays(testLogRank([{ arm1: follow(1, 3), arm0: follow(2, 4) }]), 'log-rank/1', {
    weight: 'log-rank',
    variance: 'hypergeometric',
    strata: 1,
    twoSided: 'P(|Z| ≥ |z|)',
  });
  const half = estimable(
    testLogRank([
      { arm1: [], arm0: follow(1) },
      { arm1: follow(1, 3), arm0: follow(2, 4) },
      { arm1: follow(2), arm0: [] },
    ]),
  );
  assert.deepEqual([half.dropped, half.conventions.strata], [[0, 2], 3]);
});
