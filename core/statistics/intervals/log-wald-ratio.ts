import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import type { EmptyCell } from './ratio-end.ts';

export interface LogWaldRatio {
  readonly method: 'log-wald-odds-ratio/1' | 'log-wald-risk-ratio/1';
  /** Arm 1 to arm 0. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardErrorOfLogarithm: number;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly zeroCells: 'refused, nothing added';
  };
}

const noEvents = (arm1: Counts, arm0: Counts): NotEstimable<EmptyCell> | undefined => {
  if (arm1.events === 0 && arm0.events === 0) return { notEstimable: 'no events in either arm' };
  if (arm1.events === 0) return { notEstimable: 'no events in arm 1' };
  return arm0.events === 0 ? { notEstimable: 'no events in arm 0' } : undefined;
};

const onlyEvents = (arm1: Counts, arm0: Counts): NotEstimable<EmptyCell> | undefined => {
  const [all1, all0] = [arm1.events === arm1.of, arm0.events === arm0.of];
  if (all1 && all0) return { notEstimable: 'events in all of both arms' };
  if (all1) return { notEstimable: 'events in all of arm 1' };
  return all0 ? { notEstimable: 'events in all of arm 0' } : undefined;
};

const around = (
  method: LogWaldRatio['method'],
  estimate: number,
  variance: number,
  confidence: number,
): LogWaldRatio => {
  const factor = Math.exp(-normalQuantile((1 - confidence) / 2) * Math.sqrt(variance));
  return {
    method,
    estimate,
    lower: estimate / factor,
    upper: estimate * factor,
    standardErrorOfLogarithm: Math.sqrt(variance),
    conventions: { confidence, sides: 'two-sided, equal tails', zeroCells: 'refused, nothing added' },
  };
};

/**
 * Odds ratio of two independent proportions with the normal interval of its logarithm, whose variance is the sum of the
 * four inverted cells (`woolf1955`). Closed form; against R to 1e-13 relative (`evidence/oracles/risk-ratio`).
 * Refuses counts that are no counts, and any empty cell: nothing is added to make it estimable. Then show the conditional
 * odds ratio or the difference instead.
 */
export const computeOddsRatio = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
): LogWaldRatio | NotEstimable<CountsProblem | EmptyCell> => {
  const refusal = refuseCounts([arm1, arm0], confidence) ?? noEvents(arm1, arm0) ?? onlyEvents(arm1, arm0);
  if (refusal !== undefined) return refusal;
  const [failures1, failures0] = [arm1.of - arm1.events, arm0.of - arm0.events];
  const estimate = (arm1.events / failures1) * (failures0 / arm0.events);
  const variance = 1 / arm1.events + 1 / failures1 + 1 / arm0.events + 1 / failures0;
  return around('log-wald-odds-ratio/1', estimate, variance, confidence);
};

/**
 * Ratio of two independent proportions with the normal interval of its logarithm (`katz1978`); prefer Koopman's, which
 * also holds with an arm without events. As the odds ratio; an arm in which all had the event is allowed, both are not.
 */
export const computeLogWaldRiskRatio = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
): LogWaldRatio | NotEstimable<CountsProblem | EmptyCell> => {
  const refusal = refuseCounts([arm1, arm0], confidence) ?? noEvents(arm1, arm0);
  if (refusal !== undefined) return refusal;
  const estimate = arm1.events / arm1.of / (arm0.events / arm0.of);
  const variance = 1 / arm1.events - 1 / arm1.of + (1 / arm0.events - 1 / arm0.of);
  if (variance <= 0) return { notEstimable: 'events in all of both arms' };
  return around('log-wald-risk-ratio/1', estimate, variance, confidence);
};
