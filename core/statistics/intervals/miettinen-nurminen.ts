import { turningPoint } from '../bisection.ts';
import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { scoreOfDifference, type VarianceFactor } from '../tests/difference-score.ts';

export interface DifferenceInterval {
  readonly method: 'miettinen-nurminen/1' | 'mee/1';
  /** Proportion of arm 1 − proportion of arm 0. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly direction: 'arm 1 - arm 0';
    readonly varianceFactor: VarianceFactor;
  };
}

/**
 * Score interval of a difference of two independent proportions (`miettinen1985`): all differences that the score test
 * does not reject, so that interval and test never disagree. With `varianceFactor: 'none'` it is Mee's (`mee1984`).
 * A difference of 1 (or −1) is its own upper (lower) end. Ends to the last digits of a double; against base R to 1e-12
 * and 160-bit arithmetic to 1e-14 (`evidence/oracles/miettinen-nurminen`).
 * Refuses counts that are no counts, arms without participants, a confidence outside 0 … 1.
 */
export const computeDifferenceInterval = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
  varianceFactor: VarianceFactor = 'N / (N - 1)',
): DifferenceInterval | NotEstimable => {
  const refusal = refuseCounts([arm1, arm0], confidence);
  if (refusal !== undefined) return refusal;
  const estimate = arm1.events / arm1.of - arm0.events / arm0.of;
  const limit = -normalQuantile((1 - confidence) / 2);
  const score = (difference: number): number => scoreOfDifference(arm1, arm0, difference, varianceFactor);
  return {
    method: varianceFactor === 'none' ? 'mee/1' : 'miettinen-nurminen/1',
    estimate,
    lower: estimate === -1 ? -1 : turningPoint(-1, estimate, (difference) => score(difference) > limit),
    upper: estimate === 1 ? 1 : turningPoint(estimate, 1, (difference) => score(difference) > -limit),
    conventions: { confidence, sides: 'two-sided, equal tails', direction: 'arm 1 - arm 0', varianceFactor },
  };
};
