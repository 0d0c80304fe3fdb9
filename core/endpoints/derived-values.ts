import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { AnalysisValue } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';

/** The values of one endpoint for the population of a report, in the order of its participants. */
export type ValuesOf = (endpoint: Endpoint) => readonly AnalysisValue[];

/** All randomised participants, by their assigned arm: nobody leaves the analysis for what happened afterwards. */
export const randomisedPopulation = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter((participant) => participant.randomised !== undefined);

/**
 * Derives the values of the randomised once each, from one chart a participant: what tables, analyses and figures show
 * is then the same value and not the same computation.
 */
export const deriveValues = (study: Study, participants: readonly Participant[]): ValuesOf => {
  const people = randomisedPopulation(participants).map((participant) => ({
    participant,
    chart: chartOf(study, participant),
  }));
  const known = new Map<Endpoint, readonly AnalysisValue[]>();
  return (endpoint) => {
    const found = known.get(endpoint);
    if (found !== undefined) return found;
    const derived = people.map(({ participant, chart }) => deriveValue(endpoint, study, participant, chart));
    known.set(endpoint, derived);
    return derived;
  };
};
