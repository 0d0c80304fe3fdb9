import type { NotEstimable } from '../counts.ts';

/**
 * How long a participant was followed, and whether the follow-up ended with the event or without it (censored). Time in
 * one unit for all, best in whole days with the day of randomisation as day 1: equal times are ties, and only equal
 * ones.
 */
export interface FollowUp {
  readonly time: number;
  readonly event: boolean;
}

/** The participants of both arms in one stratum. */
export interface FollowUpStratum {
  readonly arm1: readonly FollowUp[];
  readonly arm0: readonly FollowUp[];
}

/** Why a method of follow-up times gives no number. */
export type FollowUpProblem = 'no participants' | 'time not a number from 0' | 'confidence not between 0 and 1';

/** The first thing that keeps these groups, at this confidence, from being estimated. */
export const refuseFollowUps = (
  groups: readonly (readonly FollowUp[])[],
  confidence = 0.95,
): NotEstimable<FollowUpProblem> | undefined => {
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return { notEstimable: 'no participants' };
  if (!groups.every((group) => group.every(({ time }) => Number.isFinite(time) && time >= 0))) {
    return { notEstimable: 'time not a number from 0' };
  }
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};
