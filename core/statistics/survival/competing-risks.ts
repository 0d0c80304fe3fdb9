import type { NotEstimable } from '../counts.ts';
import type { FollowUpProblem } from './follow-up.ts';

/** How a participant's follow-up ended when one event precludes another, such as death before a renal response. */
export interface CompetingFollowUp {
  readonly time: number;
  readonly ended: 'event of interest' | 'competing event' | 'censored';
}

/** One time at which follow-up ended, with those at risk just before. */
export interface CompetingRiskTime {
  readonly time: number;
  readonly atRisk: number;
  readonly ofInterest: number;
  readonly competing: number;
}

/** The first thing that keeps these groups from being estimated. */
export const refuseCompeting = (
  groups: readonly (readonly CompetingFollowUp[])[],
): NotEstimable<FollowUpProblem> | undefined => {
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return { notEstimable: 'no participants' };
  const isTime = ({ time }: CompetingFollowUp): boolean => Number.isFinite(time) && time >= 0;
  return groups.flat().every(isTime) ? undefined : { notEstimable: 'time not a number from 0' };
};

/** The times at which follow-up ended, in order; who is censored at the time of an event counts as at risk of it. */
export const competingRiskTable = (followUps: readonly CompetingFollowUp[]): readonly CompetingRiskTime[] => {
  const ordered = followUps.toSorted((a, b) => a.time - b.time);
  const table: CompetingRiskTime[] = [];
  for (let from = 0, to = 0; from < ordered.length; from = to) {
    const time = ordered[from]?.time ?? Number.NaN;
    let [ofInterest, competing] = [0, 0];
    for (; ordered[to]?.time === time; to += 1) {
      if (ordered[to]?.ended === 'event of interest') ofInterest += 1;
      if (ordered[to]?.ended === 'competing event') competing += 1;
    }
    table.push({ time, atRisk: ordered.length - from, ofInterest, competing });
  }
  return table;
};

/**
 * What ties take from the variance of a number of `tied` events: they are drawn without replacement, beside `others` at
 * risk of the same event. 1 for a single event.
 */
export const tieFactor = (tied: number, others: number): number => (tied > 1 ? 1 - (tied - 1) / others : 1);
