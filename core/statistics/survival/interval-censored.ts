import type { NotEstimable } from '../counts.ts';
import type { FollowUp } from './follow-up.ts';

/**
 * When an event came that only visits can show: after the last visit without it, and at the latest at the first with
 * it. Equal ends are an event seen on its day; `until` undefined is no event up to `after`.
 */
export interface IntervalFollowUp {
  readonly after: number;
  readonly until: number | undefined;
}

export type IntervalProblem = 'no participants' | 'time not a number from 0' | 'interval ends before it begins';

/** The first thing that keeps these intervals from being used. */
export const refuseIntervals = (intervals: readonly IntervalFollowUp[]): NotEstimable<IntervalProblem> | undefined => {
  if (intervals.length === 0) return { notEstimable: 'no participants' };
  const isTime = (time: number): boolean => Number.isFinite(time) && time >= 0;
  if (!intervals.every(({ after, until }) => isTime(after) && (until === undefined || isTime(until)))) {
    return { notEstimable: 'time not a number from 0' };
  }
  const isOrdered = ({ after, until }: IntervalFollowUp): boolean => until === undefined || after <= until;
  return intervals.every(isOrdered) ? undefined : { notEstimable: 'interval ends before it begins' };
};

export interface MidpointFollowUps {
  readonly convention: 'event in the middle of its interval';
  readonly followUps: readonly FollowUp[];
}

/**
 * Follow-up times that pretend each event came in the middle of its interval: the habit, named as such, beside
 * `estimateTurnbull`, which pretends nothing. It makes intervals of later methods too narrow.
 */
export const atMidpoints = (
  intervals: readonly IntervalFollowUp[],
): MidpointFollowUps | NotEstimable<IntervalProblem> =>
  refuseIntervals(intervals) ?? {
    convention: 'event in the middle of its interval',
    followUps: intervals.map(({ after, until }) =>
      until === undefined ? { time: after, event: false } : { time: (after + until) / 2, event: true },
    ),
  };
