import type { Counts, NotEstimable } from '../counts.ts';
import { betaUpperTail, logBeta } from '../distributions/beta.ts';
import { type BetaPrior, type PosteriorProblem, refusePosterior } from './beta-posterior.ts';

/** When a single arm counts as a success at its end. */
export interface SingleArmGoal {
  /** The proportion to be exceeded, between 0 and 1. */
  readonly p0: number;
  /** Success when P(p > p0) passes this at the end, between 0 and 1. */
  readonly threshold: number;
  /** Participants at the end. */
  readonly planned: number;
}

export interface PredictiveProbability {
  readonly method: 'predictive-probability/1';
  /** Of success at the end, given what was seen. */
  readonly predictive: number;
  /** P(p > p0) now. */
  readonly posteriorNow: number;
  /** Events in all that success needs; undefined where no number suffices. */
  readonly eventsNeeded: number | undefined;
  readonly conventions: { readonly prior: BetaPrior; readonly goal: SingleArmGoal };
}

export type PredictiveProblem = PosteriorProblem | 'goal not between 0 and 1' | 'more participants than planned';

const logChoose = (n: number, k: number): number => -Math.log(n + 1) - logBeta(k + 1, n - k + 1);

/** P(at least k of n events) when their proportion is Beta(a, b). */
const betaBinomialUpperTail = (k: number, n: number, a: number, b: number): number => {
  let sum = 0;
  for (let x = n; x >= Math.max(0, k); x -= 1)
    sum += Math.exp(logChoose(n, x) + logBeta(a + x, b + n - x) - logBeta(a, b));
  return Math.min(1, sum);
};

/**
 * Predictive probability that a single arm ends in success (`lee2008`): over all numbers of events still to come,
 * weighted by the beta-binomial distribution of what was seen, P(p > p0) passes the threshold at the planned size. No
 * rounding. By hand: 1 of 1 seen, 2 planned, p0 ½, threshold .8, Beta(1, 1): one more event gives P = 7/8, chance 2/3.
 * Against R's beta-binomial sum to 1e-10 (public oracle `predictive_probability`; `evidence/oracles/beta-binomial`).
 */
export const predictSuccess = (
  seen: Counts,
  goal: SingleArmGoal,
  prior: BetaPrior = { a: 1, b: 1 },
): PredictiveProbability | NotEstimable<PredictiveProblem> => {
  const refusal = refusePosterior([seen, { events: 0, of: goal.planned }], prior);
  if (refusal !== undefined) return refusal;
  const isShare = (value: number): boolean => value > 0 && value < 1;
  if (!isShare(goal.p0) || !isShare(goal.threshold)) return { notEstimable: 'goal not between 0 and 1' };
  if (seen.of > goal.planned) return { notEstimable: 'more participants than planned' };
  const posteriorAt = (events: number, of: number): number =>
    betaUpperTail(goal.p0, prior.a + events, prior.b + of - events);
  let needed = 0;
  while (needed <= goal.planned && !(posteriorAt(needed, goal.planned) > goal.threshold)) needed += 1;
  const [a, b] = [prior.a + seen.events, prior.b + seen.of - seen.events];
  return {
    method: 'predictive-probability/1',
    predictive: betaBinomialUpperTail(needed - seen.events, goal.planned - seen.of, a, b),
    posteriorNow: posteriorAt(seen.events, seen.of),
    eventsNeeded: needed <= goal.planned ? needed : undefined,
    conventions: { prior, goal },
  };
};
