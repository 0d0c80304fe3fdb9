import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { noncentralTUpperTail } from '../distributions/noncentral-t.ts';
import { studentTwoSidedQuantile } from '../distributions/student-t.ts';
import { type ErrorRates, quantilesOf, refuseErrorRates, type SizingProblem } from './error-rates.ts';

export interface MeansSize {
  readonly method: 'two-means/1';
  /** Participants of each arm, before rounding up, by the noncentral t distribution. */
  readonly perArm: number;
  /** The same as if the standard deviation were known. */
  readonly perArmNormal: number;
  /** Power with that number rounded up. */
  readonly power: number;
  readonly conventions: {
    readonly alpha: 'one-sided';
    readonly test: 'pooled t, 1 : 1';
    readonly wrongSide: 'not counted';
  };
}

/**
 * Power of the pooled t test, 1 : 1, against a difference of `effect` standard deviations (> 0) with n > 1 participants
 * in each arm, not necessarily whole: the chance of a rejection on the right side (as power.t.test with strict =
 * FALSE).
 */
export const powerOfMeans = (n: number, effect: number, alpha: number): number => {
  const df = 2 * (n - 1);
  return noncentralTUpperTail(studentTwoSidedQuantile(2 * alpha, df), df, effect * Math.sqrt(n / 2));
};

/** Above this no trial of means is sought. */
const mostPerArm = 1e7;

/**
 * Size of a trial that compares two means (`lenth1989` for the distribution). By hand, with a known standard deviation:
 * 2 (z + z)² / effect². A difference of .6 standard deviations at one-sided .025 and power .8 takes 44.59 of each arm.
 * Against R's power.t.test to 1e-9 relative (public oracle `ss_means`; `evidence/oracles/sample-size`). Refuses a
 * difference of zero, and one that takes more than ten million participants.
 */
export const sizeTwoMeans = (
  difference: number,
  standardDeviation: number,
  rates: ErrorRates,
): MeansSize | NotEstimable<SizingProblem | 'standard deviation not above 0'> => {
  const refusal = refuseErrorRates(rates);
  if (refusal !== undefined) return refusal;
  if (!(standardDeviation > 0)) return { notEstimable: 'standard deviation not above 0' };
  const effect = Math.abs(difference) / standardDeviation;
  const { forAlpha, forPower } = quantilesOf(rates);
  const perArmNormal = 2 * ((forAlpha + forPower) / effect) ** 2;
  if (!(perArmNormal < mostPerArm)) return { notEstimable: 'nothing to detect' };
  const isTooSmall = (n: number): boolean => powerOfMeans(n, effect, rates.alpha) < rates.power;
  const least = 1 + 1e-6;
  const perArm = isTooSmall(least) ? turningPoint(least, 2 * perArmNormal + 100, isTooSmall) : least;
  return {
    method: 'two-means/1',
    perArm,
    perArmNormal,
    power: powerOfMeans(Math.max(2, Math.ceil(perArm)), effect, rates.alpha),
    conventions: { alpha: 'one-sided', test: 'pooled t, 1 : 1', wrongSide: 'not counted' },
  };
};
