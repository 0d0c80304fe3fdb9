import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear } from '../given.ts';
import type { CompetingFollowUp } from './competing-risks.ts';
import { anyStratum, type Columns, estimable, strataOf, timeToEventSets, twoPublicCases } from './given.ts';
import { type CompetingStratum, testGray } from './gray-test.ts';
import { testLogRank } from './log-rank.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` (`gray1988`).

for (const { id, input, output } of twoPublicCases<Columns, Readonly<Record<'grayStat' | 'grayP', number>>>(
  'cumulative_incidence',
)) {
  test(`public ${id}, cmprsk cuminc`, () => {
    const found = estimable(testGray(strataOf(input)));
    assertClose(found.chiSquare, output.grayStat, 1e-12);
    assertClose(found.twoSided, output.grayP, 1e-12);
  });
}

test('without competing events the score is that of the log-rank test, and nearly its variance', () => {
  for (const set of timeToEventSets()) {
    const strata = strataOf(set, 'by stratum');
    const [gray, rank] = [estimable(testGray(strata)), estimable(testLogRank(strata))];
    assertNear(gray.score, rank.arm1.observed - rank.arm1.expected, 1e-12, set.name);
    assertClose(gray.variance, rank.variance, 0.35, set.name);
  }
});

test('by hand: one event among one of each arm', () => {
  const event: CompetingFollowUp = { time: 1, ended: 'event of interest' };
  const later: CompetingFollowUp = { time: 2, ended: 'censored' };
  const found = estimable(testGray([{ arm1: [event], arm0: [later] }]));
  // Expected ½ of the one event; the score moves by ½ either way.
  assert.deepEqual([found.score, found.variance], [0.5, 0.25]);
});

const competing = ({ arm1, arm0 }: CompetingStratum, third: CompetingFollowUp['ended']): CompetingStratum => {
  const change = (arm: readonly CompetingFollowUp[]) =>
    arm.map((followUp, i) => (i % 3 === 2 ? { ...followUp, ended: third } : followUp));
  return { arm1: change(arm1), arm0: change(arm0) };
};
const anyCompeting = anyStratum.map(({ arm1, arm0 }): CompetingStratum => {
  const toEnding = (arm: typeof arm1): readonly CompetingFollowUp[] =>
    arm.map(({ time, event }) => ({ time, ended: event ? 'event of interest' : 'censored' }));
  return competing({ arm1: toEnding(arm1), arm0: toEnding(arm0) }, 'competing event');
});

test('exchanging the arms turns z; the order of strata and the unit of time change nothing', () => {
  fc.assert(
    fc.property(anyCompeting, anyCompeting, (first, second) => {
      const found = testGray([first, second]);
      if (!('method' in found)) return;
      const swapped = [second, first].map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 }));
      const turned = testGray(swapped);
      assertNear(estimable(turned).score, -found.score, 1e-9);
      const inWeeks = [first, second].map(({ arm1, arm0 }) => {
        const change = (arm: typeof arm1) => arm.map(({ time, ended }) => ({ time: time * 7, ended })).toReversed();
        return { arm1: change(arm1), arm0: change(arm0) };
      });
      assertNear(estimable(testGray(inWeeks)).z, found.z, 1e-9);
    }),
  );
});

test('nothing to compare is refused', () => {
  const dead: CompetingFollowUp = { time: 1, ended: 'competing event' };
  assert.deepEqual(testGray([{ arm1: [dead], arm0: [dead] }]), { notEstimable: 'no event with both arms at risk' });
  assert.deepEqual(testGray([{ arm1: [dead], arm0: [] }]), { notEstimable: 'no participants' });
});
