import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';

/** Whether the counts enter as they are, or with one event and one failure added to each arm (`agresti2000`). */
export type AddedCounts = 'none' | 'one success and one failure per arm';

export interface WaldInterval {
  readonly method: 'wald-difference/1' | 'agresti-caffo/1';
  /** Proportion of arm 1 − proportion of arm 0, of the counts as they are. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
  /** Both arms are without variance: an interval without width, which says nothing about precision. */
  readonly isDegenerate: boolean;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly direction: 'arm 1 - arm 0';
    readonly variance: 'unpooled';
    readonly bounds: 'not cut at -1 and 1';
  };
}

const enlarged = ({ events, of }: Counts): Counts => ({ events: events + 1, of: of + 2 });
const rateOf = ({ events, of }: Counts): number => events / of;

/** Standard error of a difference of two independent proportions, each arm with its own variance. */
export const unpooledStandardError = (arm1: Counts, arm0: Counts): number => {
  const variance = (arm: Counts): number => (rateOf(arm) * (1 - rateOf(arm))) / arm.of;
  return Math.sqrt(variance(arm1) + variance(arm0));
};

/**
 * Wald interval of a difference of two independent proportions: the estimate ± z standard errors, without pooling. Too
 * narrow in small trials, and without width where nobody or everybody of both arms responded: a sensitivity analysis
 * beside Miettinen and Nurminen's interval, never alone. With added counts it is that of `agresti2000`, whose centre is
 * drawn towards 0. Not cut at ±1. Closed form; against R to 1e-14 (`evidence/oracles/wald-difference`).
 * Refuses counts that are no counts, arms without participants, a confidence outside 0 … 1.
 */
export const computeWaldDifference = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
  added: AddedCounts = 'none',
): WaldInterval | NotEstimable => {
  const refusal = refuseCounts([arm1, arm0], confidence);
  if (refusal !== undefined) return refusal;
  const [one, none] = added === 'none' ? [arm1, arm0] : [enlarged(arm1), enlarged(arm0)];
  const standardError = unpooledStandardError(one, none);
  const centre = rateOf(one) - rateOf(none);
  const half = -normalQuantile((1 - confidence) / 2) * standardError;
  return {
    method: added === 'none' ? 'wald-difference/1' : 'agresti-caffo/1',
    estimate: rateOf(arm1) - rateOf(arm0),
    lower: centre - half,
    upper: centre + half,
    standardError,
    isDegenerate: standardError === 0,
    conventions: {
      confidence,
      sides: 'two-sided, equal tails',
      direction: 'arm 1 - arm 0',
      variance: 'unpooled',
      bounds: 'not cut at -1 and 1',
    },
  };
};
