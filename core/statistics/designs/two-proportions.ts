import type { NotEstimable } from '../counts.ts';
import { type ErrorRates, quantilesOf, refuseErrorRates, type SizingProblem } from './error-rates.ts';

/** The chances of a response that a design of two arms supposes, and how many of arm 1 come on one of arm 0. */
export interface TwoProportions {
  readonly p1: number;
  readonly p0: number;
  readonly ratio: number;
}

/** How many participants of arm 0 the test needs (arm 1: ratio times as many), before rounding up. */
export interface ProportionsSize {
  readonly method: 'two-proportions/1';
  /** Normal test, its variance pooled under the hypothesis: the chi-square test. */
  readonly pooled: number;
  /** With Fleiss's continuity correction: near Fisher's exact test. */
  readonly corrected: number;
  /** Normal test with the variance of the alternative. */
  readonly unpooled: number;
  readonly conventions: {
    readonly unit: 'participants of arm 0, unrounded';
    readonly ratio: number;
    readonly alpha: 'one-sided';
  };
}

/**
 * Size of a trial that compares two proportions for superiority (`fleiss1980`). Unrounded: round each arm up; for
 * trials of a few dozen see also the exact power of Fisher's test (`computeFisherPower`) at that size. By hand, .8
 * against .4 at one-sided .025 and power .8: 22.33, corrected 27.10. Against the closed form behind R's power.prop.test
 * to 1e-12 (public oracle `ss_two_props`; `evidence/oracles/sample-size`). Refuses proportions outside 0 … 1, or equal.
 */
export const sizeTwoProportions = (
  { p1, p0, ratio }: TwoProportions,
  rates: ErrorRates,
): ProportionsSize | NotEstimable<SizingProblem> => {
  const refusal = refuseErrorRates(rates, ratio);
  if (refusal !== undefined) return refusal;
  if (![p1, p0].every((p) => p >= 0 && p <= 1)) return { notEstimable: 'proportion not between 0 and 1' };
  if (p1 === p0) return { notEstimable: 'nothing to detect' };
  const { forAlpha, forPower } = quantilesOf(rates);
  const all = (p0 + ratio * p1) / (1 + ratio);
  const variance = (p1 * (1 - p1)) / ratio + p0 * (1 - p0);
  const distance = Math.abs(p1 - p0);
  const underHypothesis = forAlpha * Math.sqrt((1 + 1 / ratio) * all * (1 - all));
  const pooled = ((underHypothesis + forPower * Math.sqrt(variance)) / distance) ** 2;
  const correction = (2 * (ratio + 1)) / (ratio * distance);
  return {
    method: 'two-proportions/1',
    pooled,
    corrected: (pooled / 4) * (1 + Math.sqrt(1 + correction / pooled)) ** 2,
    unpooled: ((forAlpha + forPower) ** 2 * variance) / distance ** 2,
    conventions: { unit: 'participants of arm 0, unrounded', ratio, alpha: 'one-sided' },
  };
};
