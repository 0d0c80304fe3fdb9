import type { NotEstimable } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { mantelHaenszelWeight, type StratifiedProblem, type Stratum, usableStrata } from '../strata.ts';
import { commonDifference } from '../tests/stratified-difference-score.ts';

/** Which variance: sound for sparse strata too, or for large ones only. */
export type CommonDifferenceVariance = 'Sato' | 'Greenland-Robins';

export interface MantelHaenszelDifference {
  readonly method: 'mantel-haenszel-difference/1';
  /** Weighted mean of the differences, proportion of arm 1 − proportion of arm 0. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
  /** Positions of the strata with an empty arm. */
  readonly dropped: readonly number[];
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0';
    readonly variance: CommonDifferenceVariance;
    readonly bounds: 'not cut at -1 and 1';
  };
}

/** What a stratum adds to Sato's variance, with the common difference put in (`sato1989`). */
const satoTerm = ({ arm1, arm0 }: Stratum, difference: number): number => {
  const all = arm1.of + arm0.of;
  const p = arm1.of ** 2 * arm0.events - arm0.of ** 2 * arm1.events + (arm1.of * arm0.of * (arm0.of - arm1.of)) / 2;
  const q = arm1.events * (arm0.of - arm0.events) + arm0.events * (arm1.of - arm1.events);
  return (difference * p) / all ** 2 + q / (2 * all);
};

/** What a stratum adds to the variance of `greenland1985`. */
const greenlandTerm = ({ arm1, arm0 }: Stratum): number => {
  const all = arm1.of + arm0.of;
  const own = (arm1.events * (arm1.of - arm1.events) * arm0.of ** 2) / arm1.of;
  const other = (arm0.events * (arm0.of - arm0.events) * arm1.of ** 2) / arm0.of;
  return (own + other) / all ** 2;
};

/**
 * Difference of proportions that strata have in common, with weights n1·n0 / N, and its normal interval. Sato's variance
 * (`sato1989`), the default, holds for few large strata and for many small ones; that of `greenland1985` for large ones
 * only. Strata with an empty arm are left out and named. Not cut at ±1. Against the closed forms in R to 1e-12
 * (`evidence/oracles/mantel-haenszel`). Refuses what `usableStrata` refuses.
 */
export const computeMantelHaenszelDifference = (
  strata: readonly Stratum[],
  confidence = 0.95,
  variance: CommonDifferenceVariance = 'Sato',
): MantelHaenszelDifference | NotEstimable<StratifiedProblem> => {
  const usable = usableStrata(strata, confidence);
  if ('notEstimable' in usable) return usable;
  const { used, dropped } = usable;
  const estimate = commonDifference(used);
  const weights = used.reduce((sum, stratum) => sum + mantelHaenszelWeight(stratum), 0);
  const term = (stratum: Stratum): number =>
    variance === 'Sato' ? satoTerm(stratum, estimate) : greenlandTerm(stratum);
  const spread = used.reduce((sum, stratum) => sum + term(stratum), 0);
  const standardError = Math.sqrt(Math.max(0, spread)) / weights;
  const half = -normalQuantile((1 - confidence) / 2) * standardError;
  return {
    method: 'mantel-haenszel-difference/1',
    estimate,
    lower: estimate - half,
    upper: estimate + half,
    standardError,
    dropped,
    conventions: { confidence, direction: 'arm 1 - arm 0', variance, bounds: 'not cut at -1 and 1' },
  };
};
