import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { solveSymmetric } from '../linear/cholesky.ts';
import { dot } from '../linear/matrix.ts';
import { meanOf, varianceOf } from './moments.ts';

export interface StandardisedMeanDifference {
  readonly method: 'standardised-mean-difference/1';
  /** Arm 1 − arm 0 in standard deviations; of 3 or more levels a distance, never negative. */
  readonly value: number;
  readonly conventions: {
    readonly kind: 'continuous' | 'binary' | 'levels';
    readonly standardDeviation: 'root of the mean of both variances';
  };
}

export type BaselineProblem =
  | CountsProblem
  | 'not a number'
  | 'fewer than two participants'
  | 'different without any variation'
  | 'not the same levels in both arms'
  | 'a level that tells the arms apart';

const named = (kind: StandardisedMeanDifference['conventions']['kind'], value: number): StandardisedMeanDifference => ({
  method: 'standardised-mean-difference/1',
  value,
  conventions: { kind, standardDeviation: 'root of the mean of both variances' },
});

const inDeviations = (
  kind: 'continuous' | 'binary',
  difference: number,
  variance: number,
): StandardisedMeanDifference | NotEstimable<BaselineProblem> => {
  if (variance > 0) return named(kind, difference / Math.sqrt(variance));
  return difference === 0 ? named(kind, 0) : { notEstimable: 'different without any variation' };
};

/**
 * Standardised difference of means for the baseline table (`austin2009`): no test, since baseline differences of randomised
 * arms are chance. Without any variation 0 where the means are equal, otherwise refused. Against R to 1e-12
 * (`evidence/oracles/standardised-mean-difference`). Refuses what is no number, and fewer than two values in an arm.
 */
export const computeMeanDifferenceInDeviations = (
  arm1: readonly number[],
  arm0: readonly number[],
): StandardisedMeanDifference | NotEstimable<BaselineProblem> => {
  if (![...arm1, ...arm0].every(Number.isFinite)) return { notEstimable: 'not a number' };
  if (Math.min(arm1.length, arm0.length) < 2) return { notEstimable: 'fewer than two participants' };
  return inDeviations('continuous', meanOf(arm1) - meanOf(arm0), (varianceOf(arm1) + varianceOf(arm0)) / 2);
};

/** The same of proportions, with the variance p·(1 − p) of each arm. Refuses counts that are no counts. */
export const computeShareDifferenceInDeviations = (
  arm1: Counts,
  arm0: Counts,
): StandardisedMeanDifference | NotEstimable<BaselineProblem> => {
  const refusal = refuseCounts([arm1, arm0]);
  if (refusal !== undefined) return refusal;
  const [rate1, rate0] = [arm1.events / arm1.of, arm0.events / arm0.of];
  return inDeviations('binary', rate1 - rate0, (rate1 * (1 - rate1) + rate0 * (1 - rate0)) / 2);
};

const sharesOf = (counts: readonly number[]): readonly number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
};

const covariance = (shares: readonly number[], i: number, j: number): number =>
  (shares[i] ?? 0) * ((i === j ? 1 : 0) - (shares[j] ?? 0));

/**
 * The same of a characteristic with several levels (`yang2012`): the Mahalanobis distance of the shares of all levels but
 * one, with the mean of both multinomial covariances; whichever level is left out. Levels that nobody has are left out.
 * With two levels the size of the binary one. Refuses counts that are no counts, other levels in the other arm, and
 * levels that tell the arms apart, where the distance has no bound.
 */
export const computeLevelsDifferenceInDeviations = (
  arm1: readonly number[],
  arm0: readonly number[],
): StandardisedMeanDifference | NotEstimable<BaselineProblem> => {
  if (arm1.length !== arm0.length) return { notEstimable: 'not the same levels in both arms' };
  const wholes = [arm1, arm0].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const cells = [arm1, arm0].flatMap((counts, arm) => counts.map((events) => ({ events, of: wholes[arm] ?? 0 })));
  const refusal = refuseCounts(cells);
  if (refusal !== undefined) return refusal;
  const seen = [...arm1.keys()].filter((level) => (arm1[level] ?? 0) + (arm0[level] ?? 0) > 0);
  const [one, none] = [
    sharesOf(seen.map((level) => arm1[level] ?? 0)),
    sharesOf(seen.map((level) => arm0[level] ?? 0)),
  ];
  const kept = [...seen.keys()].slice(1);
  const distance = kept.map((i) => (one[i] ?? 0) - (none[i] ?? 0));
  const spread = kept.map((i) => kept.map((j) => (covariance(one, i, j) + covariance(none, i, j)) / 2));
  const solved = solveSymmetric(spread, distance);
  if (solved === undefined) return { notEstimable: 'a level that tells the arms apart' };
  return named('levels', Math.sqrt(Math.max(0, dot(distance, solved))));
};
