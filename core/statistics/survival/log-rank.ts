import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { type FollowUp, type FollowUpProblem, type FollowUpStratum, refuseFollowUps } from './follow-up.ts';
import { riskTable } from './risk-table.ts';

/**
 * `log-rank` weighs all events alike; `Peto-Peto` by the pooled survival before them, so that early ones count more.
 */
export type LogRankWeight = 'log-rank' | 'Peto-Peto';

/** Weighted events observed and expected in an arm. */
export interface ObservedExpected {
  readonly observed: number;
  readonly expected: number;
}

export interface LogRankTest {
  readonly method: 'log-rank/1';
  readonly arm1: ObservedExpected;
  readonly arm0: ObservedExpected;
  readonly variance: number;
  /** (observed − expected) / √variance of arm 1: negative when arm 1 has fewer events than expected. */
  readonly z: number;
  readonly chiSquare: number;
  readonly twoSided: number;
  /** Positions, from 0, of the strata with an empty arm: they add nothing. */
  readonly dropped: readonly number[];
  readonly conventions: {
    readonly weight: LogRankWeight;
    readonly variance: 'hypergeometric';
    readonly strata: number;
    readonly twoSided: 'P(|Z| ≥ |z|)';
  };
}

interface Tally {
  observed1: number;
  expected1: number;
  observed0: number;
  expected0: number;
  variance: number;
}

/** How many of an arm are still at risk at rising times: asked in order, each participant is passed once. */
const countdown = (arm: readonly FollowUp[]): ((time: number) => number) => {
  const times = Float64Array.from(arm, ({ time }) => time).toSorted();
  let passed = 0;
  return (time) => {
    while (passed < times.length && (times[passed] ?? 0) < time) passed += 1;
    return times.length - passed;
  };
};

const addStratum = (tally: Tally, { arm1, arm0 }: FollowUpStratum, weight: LogRankWeight): void => {
  const [atRisk1, observed1] = [countdown(arm1), new Map(riskTable(arm1).map(({ time, events }) => [time, events]))];
  let survival = 1;
  for (const { time, atRisk, events } of riskTable([...arm1, ...arm0])) {
    const [n1, d1] = [atRisk1(time), observed1.get(time) ?? 0];
    const w = weight === 'log-rank' ? 1 : survival;
    survival *= (atRisk - events) / atRisk;
    const expected1 = (events * n1) / atRisk;
    tally.observed1 += w * d1;
    tally.expected1 += w * expected1;
    tally.observed0 += w * (events - d1);
    tally.expected0 += w * (events - expected1);
    if (atRisk > 1) tally.variance += (w * w * expected1 * (1 - n1 / atRisk) * (atRisk - events)) / (atRisk - 1);
  }
};

/**
 * Whether two arms have the same hazard of the event (`mantel1966`), by strata where given; with ties the variance is
 * hypergeometric. `Peto-Peto` (`peto1972`, in the form of survdiff with rho = 1) weighs by the pooled Kaplan–Meier
 * curve of the stratum just before. By hand: arm 1 events at 1 and 3, arm 0 at 2 and 4: expected 1/2 + 1/3 + 1/2 = 4/3,
 * variance 1/4 + 2/9 + 1/4 = 13/18. Against R's survdiff to 1e-10 (public oracle `logrank`;
 * `evidence/oracles/time-to-event`). Refuses arms without participants over all strata, times that are none, and data
 * without an event at which both arms are at risk.
 */
export const testLogRank = (
  strata: readonly FollowUpStratum[],
  weight: LogRankWeight = 'log-rank',
): LogRankTest | NotEstimable<FollowUpProblem | 'no event with both arms at risk'> => {
  const refusal = refuseFollowUps([strata.flatMap(({ arm1 }) => arm1), strata.flatMap(({ arm0 }) => arm0)]);
  if (refusal !== undefined) return refusal;
  const tally: Tally = { observed1: 0, expected1: 0, observed0: 0, expected0: 0, variance: 0 };
  for (const stratum of strata) addStratum(tally, stratum, weight);
  if (tally.variance <= 0) return { notEstimable: 'no event with both arms at risk' };
  const z = (tally.observed1 - tally.expected1) / Math.sqrt(tally.variance);
  return {
    method: 'log-rank/1',
    arm1: { observed: tally.observed1, expected: tally.expected1 },
    arm0: { observed: tally.observed0, expected: tally.expected0 },
    variance: tally.variance,
    z,
    chiSquare: z * z,
    twoSided: normalTwoSided(z),
    dropped: strata.flatMap(({ arm1, arm0 }, index) => (arm1.length === 0 || arm0.length === 0 ? [index] : [])),
    conventions: { weight, variance: 'hypergeometric', strata: strata.length, twoSided: 'P(|Z| ≥ |z|)' },
  };
};
