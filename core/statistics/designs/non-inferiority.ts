import type { NotEstimable } from '../counts.ts';
import { ratesGivenDifference } from '../tests/difference-score.ts';
import { type ErrorRates, quantilesOf, refuseErrorRates, type SizingProblem } from './error-rates.ts';
import type { TwoProportions } from './two-proportions.ts';

/** How many participants of arm 0 the test needs (arm 1: ratio times as many), before rounding up. */
export interface NonInferioritySize {
  readonly method: 'farrington-manning-size/1';
  /** Of the score test, whose variance is that of the border of non-inferiority. */
  readonly score: number;
  /** Of the Wald test. */
  readonly wald: number;
  readonly conventions: {
    readonly hypothesis: 'p1 - p0 = -margin';
    readonly ratio: number;
    readonly alpha: 'one-sided';
    readonly unit: 'participants of arm 0, unrounded';
  };
}

/** Proportions and margin are decimal fractions: what is nearer to the border than this is rounding. */
const smallestDistance = 1e-9;

/**
 * Size of a trial that shows that a success rate is not worse by `margin` (`farrington1990`): the score test's variance
 * is taken at the proportions most likely on the border p1 − p0 = −margin. Unrounded. By hand, .6 and .6 with margin
 * .15, Wald at one-sided .025 and power .8: 2 · .24 · 7.849 / .0225 = 167.4. Against rpact to 1e-6 and a base R root of
 * the score to 1e-9 (public oracle `ss_ni_props`; `evidence/oracles/sample-size`). For failures, give the chances of
 * success. Refuses a difference that is already at the border or beyond it.
 */
export const sizeNonInferiority = (
  { p1, p0, ratio }: TwoProportions,
  margin: number,
  rates: ErrorRates,
): NonInferioritySize | NotEstimable<SizingProblem | 'margin not between 0 and 1'> => {
  const refusal = refuseErrorRates(rates, ratio);
  if (refusal !== undefined) return refusal;
  if (![p1, p0].every((p) => p > 0 && p < 1)) return { notEstimable: 'proportion not between 0 and 1' };
  if (!(margin >= 0 && margin < 1)) return { notEstimable: 'margin not between 0 and 1' };
  const distance = p1 - p0 + margin;
  if (distance <= smallestDistance) return { notEstimable: 'nothing to detect' };
  const { forAlpha, forPower } = quantilesOf(rates);
  const border = ratesGivenDifference({ events: ratio * p1, of: ratio }, { events: p0, of: 1 }, -margin);
  const atBorder = (border.rate1 * (1 - border.rate1)) / ratio + border.rate0 * (1 - border.rate0);
  const variance = (p1 * (1 - p1)) / ratio + p0 * (1 - p0);
  return {
    method: 'farrington-manning-size/1',
    score: ((forAlpha * Math.sqrt(atBorder) + forPower * Math.sqrt(variance)) / distance) ** 2,
    wald: ((forAlpha + forPower) ** 2 * variance) / distance ** 2,
    conventions: {
      hypothesis: 'p1 - p0 = -margin',
      ratio,
      alpha: 'one-sided',
      unit: 'participants of arm 0, unrounded',
    },
  };
};
