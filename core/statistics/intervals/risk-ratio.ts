import { turningPoint } from '../bisection.ts';
import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import type { EmptyCell, RatioEnd } from './ratio-end.ts';

export interface RiskRatio {
  readonly method: 'koopman/1';
  /** Proportion of arm 1 over proportion of arm 0. */
  readonly estimate: RatioEnd;
  readonly lower: number;
  readonly upper: RatioEnd;
  readonly conventions: { readonly confidence: number; readonly sides: 'two-sided, equal tails' };
}

/**
 * z of the hypothesis that the ratio is `ratio`: the score statistic, from the most likely proportions with that ratio, the
 * smaller root of a quadratic (in the form without cancellation).
 */
const scoreOfRatio = (arm1: Counts, arm0: Counts, ratio: number): number => {
  const [all, events] = [arm1.of + arm0.of, arm1.events + arm0.events];
  const b = ratio * (arm1.of + arm0.events) + arm1.events + arm0.of;
  const rate0 = Math.min(1, (2 * events) / (b + Math.sqrt(Math.max(0, b * b - 4 * all * ratio * events))));
  const rate1 = Math.min(1, ratio * rate0);
  const distance = arm1.events / arm1.of - (ratio * arm0.events) / arm0.of;
  const variance = (rate1 * (1 - rate1)) / arm1.of + (ratio * ratio * rate0 * (1 - rate0)) / arm0.of;
  return distance === 0 ? 0 : distance / Math.sqrt(variance);
};

// A ratio beyond e^±100 is none of whole counts.
const farthest = 100;

/**
 * Ratio of two independent proportions with Koopman's score interval (`koopman1984`): all ratios that the score test does
 * not reject. Without events in arm 1 the estimate and the lower end are 0, without events in arm 0 the estimate and the
 * upper end are unbounded, and the other end still says something: no count is added. Ends as exponentials of bisected
 * logarithms; against 160-bit arithmetic to 1e-12 relative (`evidence/oracles/public`) and base R (`evidence/oracles/risk-ratio`).
 * Refuses counts that are no counts, arms without participants, a confidence outside 0 … 1, no events at all.
 */
export const computeRiskRatio = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
): RiskRatio | NotEstimable<CountsProblem | EmptyCell> => {
  const refusal = refuseCounts([arm1, arm0], confidence);
  if (refusal !== undefined) return refusal;
  if (arm1.events + arm0.events === 0) return { notEstimable: 'no events in either arm' };
  const limit = -normalQuantile((1 - confidence) / 2);
  const turn = (bound: number): number =>
    Math.exp(turningPoint(-farthest, farthest, (log) => scoreOfRatio(arm1, arm0, Math.exp(log)) > bound));
  return {
    method: 'koopman/1',
    estimate: arm0.events === 0 ? 'unbounded' : arm1.events / arm1.of / (arm0.events / arm0.of),
    lower: arm1.events === 0 ? 0 : turn(limit),
    upper: arm0.events === 0 ? 'unbounded' : turn(-limit),
    conventions: { confidence, sides: 'two-sided, equal tails' },
  };
};
