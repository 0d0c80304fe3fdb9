import { chanceOfRejection, rejectionRegion } from '#core/statistics/designs/rejection-region.ts';
import { normalQuantile } from '#core/statistics/distributions/normal-quantile.ts';
import type { ArmWithMissing } from '#core/statistics/missing/tipping-point.ts';
import { scoreOfDifference } from '#core/statistics/tests/difference-score.ts';

/** Chances to show non-inferiority although the new treatment is worse by just the margin. */
export interface SizeAtMargin {
  /** With nobody missing. */
  readonly complete: number;
  /** With as many missing as there were, counted as no response in both arms. */
  readonly withMissing: number;
  readonly rate0: number;
  readonly missing1: number;
  readonly missing0: number;
}

/**
 * The exact size of the score test of non-inferiority (`farrington1990`, variance of `miettinen1985`) with the arms that
 * there were, by enumeration of all tables: at the rate of the control among those known, and the new treatment worse by
 * the margin. Those missing count as no response, which pulls the arms together: the second chance says by how much that
 * breaks the level. Undefined where an arm is empty, nobody of the control is known, or an arm has more than 300.
 */
export const sizeAtMargin = (
  arm1: ArmWithMissing,
  arm0: ArmWithMissing,
  margin: number,
  alphaOneSided: number,
): SizeAtMargin | undefined => {
  const [of1, of0] = [arm1.of + arm1.missing, arm0.of + arm0.missing];
  if (of1 === 0 || of0 === 0 || arm0.of === 0 || Math.max(of1, of0) > 300) return undefined;
  const limit = -normalQuantile(alphaOneSided);
  const region = rejectionRegion(of1, of0, (a, b) => scoreOfDifference(a, b, -margin, 'N / (N - 1)') > limit);
  const rate0 = arm0.events / arm0.of;
  const rate1 = Math.max(0, rate0 - margin);
  const [missing1, missing0] = [arm1.missing / of1, arm0.missing / of0];
  return {
    complete: chanceOfRejection(region, rate1, rate0),
    withMissing: chanceOfRejection(region, rate1 * (1 - missing1), rate0 * (1 - missing0)),
    rate0,
    missing1,
    missing0,
  };
};
