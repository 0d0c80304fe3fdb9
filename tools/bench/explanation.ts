/** What one explained verdict costs: proofs of all criteria, reasons, needs and dates, from a participant's events. */

import { assessEligibility } from '#core/conduct/eligibility.ts';
import { foldParticipants } from '#core/conduct/fold.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { columnsOf } from '#core/criteria/columns/columns-of.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import { median, timed } from './measurement.ts';
import type { TrialRules } from './trial-rules.ts';

const rounds = 51;
const warmUp = 20;
const start = '2026-01-05';

/** Microseconds for one participant of a rehearsal, chart and all: an explanation, and a row of columns. */
export const timeExplanations = ({ study, library }: TrialRules) => {
  const people = foldParticipants(rehearse({ study, seed: 7, start }).log.all());
  const explain = (): number => {
    let criteria = 0;
    // One after another, as a screen shows them: none is kept.
    for (const participant of people) criteria += assessEligibility(study, chartOf(study, participant)).results.length;
    if (criteria !== people.length * study.criteria.length) throw new Error('a criterion was not explained');
    return people.length;
  };
  const fill = (): number => {
    const charts = people.map((participant) => chartOf(study, participant));
    return columnsOf(charts, library, study).table.rows;
  };
  const middle = (work: () => number): number =>
    median(Array.from({ length: warmUp + rounds }, () => timed(work)).slice(warmUp));
  return { people: people.length, explanation: middle(explain), filling: middle(fill) };
};
