import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { type CompetingFollowUp, competingRiskTable, refuseCompeting, tieFactor } from './competing-risks.ts';
import type { FollowUpProblem } from './follow-up.ts';

/** The participants of both arms in one stratum. */
export interface CompetingStratum {
  readonly arm1: readonly CompetingFollowUp[];
  readonly arm0: readonly CompetingFollowUp[];
}

export interface GrayTest {
  readonly method: 'gray/1';
  /** Events of interest in arm 1 less those expected with the incidence of both arms. */
  readonly score: number;
  readonly variance: number;
  readonly z: number;
  readonly chiSquare: number;
  readonly twoSided: number;
  readonly conventions: {
    readonly weight: 'none (rho = 0)';
    readonly strata: number;
    readonly twoSided: 'P(|Z| ≥ |z|)';
  };
}

/** An arm at one time: what is known just before (`before`) and just after. */
interface ArmTime {
  readonly atRisk: number;
  readonly ofInterest: number;
  readonly competing: number;
  readonly freeBefore: number;
  readonly freeAfter: number;
  readonly incidenceBefore: number;
}

/** Both arms at one time, and the incidence of both together just before and after. */
interface PairedTime {
  readonly arms: readonly [ArmTime, ArmTime];
  readonly pooledBefore: number;
  readonly pooledAfter: number;
}

/** An arm's times one after another; asked at a time at which nothing happened to it, it stands still. */
const follow = (arm: readonly CompetingFollowUp[]): ((time: number) => ArmTime) => {
  const table = competingRiskTable(arm);
  let [at, free, incidence] = [0, 1, 0];
  return (time) => {
    const row = table[at];
    const here = row?.time === time ? row : { atRisk: row?.atRisk ?? 0, ofInterest: 0, competing: 0 };
    if (row?.time === time) at += 1;
    const [freeBefore, incidenceBefore] = [free, incidence];
    if (here.atRisk > 0) {
      incidence += (free * here.ofInterest) / here.atRisk;
      free *= (here.atRisk - here.ofInterest - here.competing) / here.atRisk;
    }
    const { atRisk, ofInterest, competing } = here;
    return { atRisk, ofInterest, competing, freeBefore, freeAfter: free, incidenceBefore };
  };
};

/** At risk, each counting for those who would still be without a competing event and censoring. */
const exposure = ({ atRisk, freeBefore }: ArmTime): number => (freeBefore > 0 ? atRisk / freeBefore : 0);
const ofInterestIn = ([one, zero]: PairedTime['arms']): number => one.ofInterest + zero.ofInterest;
const exposureOf = ([one, zero]: PairedTime['arms']): number => exposure(one) + exposure(zero);

const pairedTimes = ({ arm1, arm0 }: CompetingStratum): readonly PairedTime[] => {
  const [one, zero] = [follow(arm1), follow(arm0)];
  let pooled = 0;
  return competingRiskTable([...arm1, ...arm0]).map(({ time }): PairedTime => {
    const arms: PairedTime['arms'] = [one(time), zero(time)];
    const pooledBefore = pooled;
    const all = exposureOf(arms);
    if (all > 0) pooled += ofInterestIn(arms) / all;
    return { arms, pooledBefore, pooledAfter: pooled };
  });
};

/** Events of interest in arm 1 beyond its share of the exposure that could still have one. */
const scoreAt = ({ arms }: PairedTime): number => {
  const [one, zero] = arms;
  const open = (arm: ArmTime): number => exposure(arm) * (1 - arm.incidenceBefore);
  const all = open(one) + open(zero);
  return all > 0 ? one.ofInterest - (ofInterestIn(arms) * open(one)) / all : 0;
};

/** How much the score moves with an event of each arm at this time: the first is positive, the second its negative. */
const pull = ({ arms }: PairedTime): readonly [number, number] => {
  const [one, zero] = [exposure(arms[0]), exposure(arms[1])];
  const shared = one > 0 && zero > 0 ? (one * zero) / (one + zero) : 0;
  return [shared, -shared];
};

/** Variance that one arm adds at one time; `later` is what the score still takes up of the arm after it. */
const varianceAt = (time: PairedTime, arm: ArmTime, pulled: number, later: number): number => {
  const { atRisk, competing, freeBefore, freeAfter } = arm;
  if (atRisk === 0) return 0;
  const events = ofInterestIn(time.arms);
  const all = exposureOf(time.arms);
  const lost = freeAfter > 0 ? (1 - time.pooledAfter) / freeAfter : 0;
  const perEvent = (tieFactor(events, all * freeBefore - 1) * freeBefore * events) / (all * atRisk);
  const ofInterest = events > 0 ? perEvent * (pulled + (1 - lost) * later) ** 2 : 0;
  const perCompeting = tieFactor(competing, atRisk - 1) * (freeBefore / atRisk) ** 2 * competing;
  return ofInterest + perCompeting * (lost * later) ** 2;
};

const stratumOf = (stratum: CompetingStratum): { readonly score: number; readonly variance: number } => {
  const times = pairedTimes(stratum);
  const gains = times.map((time) => {
    const all = exposureOf(time.arms);
    const factor = all > 0 && time.pooledBefore < 1 ? ofInterestIn(time.arms) / (all * (1 - time.pooledBefore)) : 0;
    return pull(time).map((value) => value * factor);
  });
  let variance = 0;
  const later = [0, 0];
  for (let index = times.length - 1; index >= 0; index -= 1) {
    const time = times[index];
    if (time === undefined) continue;
    const pulls = pull(time);
    time.arms.forEach((arm, k) => {
      variance += varianceAt(time, arm, pulls[k] ?? 0, later[k] ?? 0);
      later[k] = (later[k] ?? 0) + (gains[index]?.[k] ?? 0);
    });
  }
  return { score: times.reduce((sum, time) => sum + scoreAt(time), 0), variance };
};

/**
 * Whether two arms have the same cumulative incidence of the event of interest in the presence of competing ones, by
 * strata where given (`gray1988`, rho = 0). Without competing events nearly, not exactly, the log-rank test. Against
 * cmprsk's cuminc to 1e-12 (public oracle `cumulative_incidence`). Refuses as `refuseCompeting`, and data without an
 * event of interest while both arms are at risk.
 */
export const testGray = (
  strata: readonly CompetingStratum[],
): GrayTest | NotEstimable<FollowUpProblem | 'no event with both arms at risk'> => {
  const refusal = refuseCompeting([strata.flatMap(({ arm1 }) => arm1), strata.flatMap(({ arm0 }) => arm0)]);
  if (refusal !== undefined) return refusal;
  const parts = strata.map(stratumOf);
  const score = parts.reduce((sum, part) => sum + part.score, 0);
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (!(variance > 0)) return { notEstimable: 'no event with both arms at risk' };
  const z = score / Math.sqrt(variance);
  return {
    method: 'gray/1',
    score,
    variance,
    z,
    chiSquare: z * z,
    twoSided: normalTwoSided(z),
    conventions: { weight: 'none (rho = 0)', strata: strata.length, twoSided: 'P(|Z| ≥ |z|)' },
  };
};
