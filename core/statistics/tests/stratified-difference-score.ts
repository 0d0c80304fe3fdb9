import { mantelHaenszelWeight, type Stratum } from '../strata.ts';
import { type VarianceFactor, varianceGivenDifference } from './difference-score.ts';

/** The differences of the strata, averaged with Mantel and Haenszel's weights. */
export const commonDifference = (strata: readonly Stratum[]): number => {
  let [sum, weights] = [0, 0];
  for (const stratum of strata) {
    const weight = mantelHaenszelWeight(stratum);
    sum += weight * (stratum.arm1.events / stratum.arm1.of - stratum.arm0.events / stratum.arm0.of);
    weights += weight;
  }
  return sum / weights;
};

/**
 * Score statistic of the hypothesis that the proportions of all strata differ by `difference` (arm 1 − arm 0): the
 * weighted mean of the differences less `difference`, over its standard error at the rates that are most likely in each
 * stratum when its difference is that (`miettinen1985`, with weights n1·n0 / N in place of their iterated ones). The factor
 * N / (N − 1) stands in each stratum. One stratum gives `scoreOfDifference`.
 * Domain: strata as `usableStrata` gives them, −1 ≤ difference ≤ 1; ±Infinity where no variance is left, never NaN.
 */
export const scoreOfCommonDifference = (
  strata: readonly Stratum[],
  difference: number,
  factor: VarianceFactor,
): number => {
  const distance = commonDifference(strata) - difference;
  if (Math.abs(distance) < 4e-16) return 0; // the proportions themselves are rounded to that
  let [variance, weights] = [0, 0];
  for (const stratum of strata) {
    const weight = mantelHaenszelWeight(stratum);
    variance += weight * weight * varianceGivenDifference(stratum.arm1, stratum.arm0, difference, factor);
    weights += weight;
  }
  return (distance * weights) / Math.sqrt(variance);
};
