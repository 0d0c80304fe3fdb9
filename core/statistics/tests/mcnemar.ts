import type { NotEstimable } from '../counts.ts';
import { binomialWeights } from '../distributions/binomial.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { shareOf } from '../distributions/weights.ts';
import { computeClopperPearson } from '../intervals/clopper-pearson.ts';
import type { RatioEnd } from '../intervals/ratio-end.ts';

/** How many pairs changed, and in which direction: those that stayed say nothing. */
export interface DiscordantPairs {
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

export interface McNemar {
  readonly method: 'mcnemar/1';
  readonly exact: number;
  readonly midP: number;
  readonly chiSquare: { readonly statistic: number; readonly twoSided: number };
  readonly corrected: { readonly statistic: number; readonly twoSided: number };
  /** Pairs that only had it first, to those that only had it second: the conditional odds ratio. */
  readonly oddsRatio: { readonly estimate: RatioEnd; readonly lower: number; readonly upper: RatioEnd };
  readonly conventions: {
    readonly confidence: number;
    readonly exact: 'two-sided, splits not more probable than the observed one';
    readonly midP: 'half of the splits as probable as the observed one';
    readonly continuityCorrection: 1;
  };
}

export type DiscordantProblem =
  | 'not a whole number'
  | 'negative count'
  | 'no pair changed'
  | 'confidence not between 0 and 1';

const refusePairs = (counts: readonly number[], confidence: number): NotEstimable<DiscordantProblem> | undefined => {
  if (!counts.every(Number.isInteger)) return { notEstimable: 'not a whole number' };
  if (counts.some((count) => count < 0)) return { notEstimable: 'negative count' };
  if (counts.every((count) => count === 0)) return { notEstimable: 'no pair changed' };
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};

/** Odds of a proportion; at 1 without bound. */
const oddsOf = (proportion: number): RatioEnd => (proportion === 1 ? 'unbounded' : proportion / (1 - proportion));

const oddsRatioOf = ({ onlyFirst, onlySecond }: DiscordantPairs, confidence: number): McNemar['oddsRatio'] => {
  const share = computeClopperPearson({ events: onlyFirst, of: onlyFirst + onlySecond }, confidence);
  if ('notEstimable' in share) throw new Error(`discordant pairs: ${share.notEstimable}`);
  return {
    estimate: onlySecond === 0 ? 'unbounded' : onlyFirst / onlySecond,
    lower: share.lower / (1 - share.lower),
    upper: oddsOf(share.upper),
  };
};

const chiSquareOf = (distance: number, pairs: number): McNemar['chiSquare'] => {
  const statistic = distance ** 2 / pairs;
  return { statistic, twoSided: chiSquareUpperTail(statistic, 1) };
};

/**
 * McNemar's test of two paired proportions, from the pairs that changed (`mcnemar1947`): exact (binomial with 1/2), mid-p
 * (`fagerland2013`; closer to its level, may pass it slightly), chi-square without and with the correction of 1 (not past zero,
 * as in R), and the conditional odds ratio with the interval that Clopper and Pearson's becomes.
 * Against R's mcnemar.test and binom.test to 1e-12 (`evidence/oracles/mcnemar`). Refuses counts that are no counts, and no
 * change at all.
 */
export const testMcNemar = (pairs: DiscordantPairs, confidence = 0.95): McNemar | NotEstimable<DiscordantProblem> => {
  const { onlyFirst, onlySecond } = pairs;
  const refusal = refusePairs([onlyFirst, onlySecond], confidence);
  if (refusal !== undefined) return refusal;
  const [all, distance] = [onlyFirst + onlySecond, Math.abs(onlyFirst - onlySecond)];
  const splits = binomialWeights(all, 0.5);
  // With 1/2 two splits are as probable as one another exactly when they are the same or each other's mirror.
  const exact = shareOf(splits, (k) => Math.abs(2 * k - all) >= distance);
  const ties = shareOf(splits, (k) => Math.abs(2 * k - all) === distance);
  return {
    method: 'mcnemar/1',
    exact,
    midP: exact - ties / 2,
    chiSquare: chiSquareOf(distance, all),
    corrected: chiSquareOf(Math.max(0, distance - 1), all),
    oddsRatio: oddsRatioOf(pairs, confidence),
    conventions: {
      confidence,
      exact: 'two-sided, splits not more probable than the observed one',
      midP: 'half of the splits as probable as the observed one',
      continuityCorrection: 1,
    },
  };
};
