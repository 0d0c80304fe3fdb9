import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { AnalysisValue } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';

/**
 * The values of one endpoint for the population of a report, in the order of its participants: at the visit that
 * analyses use, or at another at which it is described too.
 */
export type ValuesOf = (endpoint: Endpoint, at?: string) => readonly AnalysisValue[];

/** All randomised participants, by their assigned arm: nobody leaves the analysis for what happened afterwards. */
export const randomisedPopulation = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter((participant) => participant.allocated !== undefined);

/**
 * Derives the values of the randomised once each, from one chart a participant: what tables, analyses and figures show
 * is then the same value and not the same computation.
 */
export const deriveValues = (study: Study, participants: readonly Participant[]): ValuesOf => {
  const people = randomisedPopulation(participants).map((participant) => ({
    participant,
    chart: chartOf(study, participant),
  }));
  const known = new Map<Endpoint, Map<string | undefined, readonly AnalysisValue[]>>();
  return (endpoint, at = visitsAsked(endpoint.of)[0]) => {
    const byVisit = known.get(endpoint) ?? new Map<string | undefined, readonly AnalysisValue[]>();
    const found = byVisit.get(at);
    if (found !== undefined) return found;
    const derived = people.map(({ participant, chart }) => deriveValue(endpoint, study, participant, chart, at));
    known.set(endpoint, byVisit.set(at, derived));
    return derived;
  };
};
