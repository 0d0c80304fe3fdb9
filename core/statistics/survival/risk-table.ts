import type { FollowUp } from './follow-up.ts';

/** One time at which somebody's follow-up ended; those at risk include them. */
export interface RiskTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * The times at which follow-up ended, in order, each with the number at risk just before it. Who is censored at the
 * time of an event counts as at risk of it (`kaplan1958`).
 */
export const riskTable = (followUps: readonly FollowUp[]): readonly RiskTime[] => {
  const ordered = followUps.toSorted((a, b) => a.time - b.time);
  const table: RiskTime[] = [];
  for (let from = 0, to = 0; from < ordered.length; from = to) {
    const time = ordered[from]?.time ?? Number.NaN;
    let events = 0;
    for (; ordered[to]?.time === time; to += 1) if (ordered[to]?.event) events += 1;
    table.push({ time, atRisk: ordered.length - from, events, censored: to - from - events });
  }
  return table;
};

/** How many are still followed just before each of these times: the line below a curve. */
export const numbersAtRisk = (followUps: readonly FollowUp[], times: readonly number[]): readonly number[] =>
  times.map((at) => followUps.filter(({ time }) => time >= at).length);
