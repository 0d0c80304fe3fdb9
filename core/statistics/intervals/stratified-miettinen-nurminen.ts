import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { type StratifiedProblem, type Stratum, usableStrata } from '../strata.ts';
import type { VarianceFactor } from '../tests/difference-score.ts';
import { commonDifference, scoreOfCommonDifference } from '../tests/stratified-difference-score.ts';

export interface StratifiedDifferenceInterval {
  readonly method: 'stratified-miettinen-nurminen/1';
  /** Weighted mean of the differences, proportion of arm 1 − proportion of arm 0. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the hypothesis that there is no difference; the interval leaves 0 out exactly when it rejects. */
  readonly z: number;
  readonly twoSided: number;
  /** Positions of the strata with an empty arm. */
  readonly dropped: readonly number[];
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly direction: 'arm 1 - arm 0';
    readonly weights: 'Mantel-Haenszel, n1 n0 / N';
    readonly varianceFactor: VarianceFactor;
  };
}

/**
 * Score interval of a difference of proportions that strata have in common (`miettinen1985`), with Mantel and Haenszel's
 * weights: all differences that `scoreOfCommonDifference` does not reject. Strata with an empty arm are left out and
 * named. One stratum gives Miettinen and Nurminen's interval. Ends to the last digits of a double; against base R to 1e-11
 * (`evidence/oracles/stratified-miettinen-nurminen`). Refuses what `usableStrata` refuses.
 */
export const computeStratifiedDifference = (
  strata: readonly Stratum[],
  confidence = 0.95,
  varianceFactor: VarianceFactor = 'N / (N - 1)',
): StratifiedDifferenceInterval | NotEstimable<StratifiedProblem> => {
  const usable = usableStrata(strata, confidence);
  if ('notEstimable' in usable) return usable;
  const { used, dropped } = usable;
  const estimate = commonDifference(used);
  const limit = -normalQuantile((1 - confidence) / 2);
  const score = (difference: number): number => scoreOfCommonDifference(used, difference, varianceFactor);
  const z = score(0);
  return {
    method: 'stratified-miettinen-nurminen/1',
    estimate,
    lower: estimate <= -1 ? -1 : turningPoint(-1, estimate, (difference) => score(difference) > limit),
    upper: estimate >= 1 ? 1 : turningPoint(estimate, 1, (difference) => score(difference) > -limit),
    z,
    twoSided: normalTwoSided(z),
    dropped,
    conventions: {
      confidence,
      sides: 'two-sided, equal tails',
      direction: 'arm 1 - arm 0',
      weights: 'Mantel-Haenszel, n1 n0 / N',
      varianceFactor,
    },
  };
};
