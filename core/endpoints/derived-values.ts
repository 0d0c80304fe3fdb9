import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { AnalysisValue } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';
import { mapVisits } from './mapped-visits.ts';
import { populationOf } from './population.ts';

/**
 * The values of one endpoint for a population, in the order of its participants: at the visit that analyses use, or at
 * another at which it is described too; for all randomised unless another population is named.
 */
export type ValuesOf = (endpoint: Endpoint, at?: string, population?: AnalysisPopulation) => readonly AnalysisValue[];

/** All randomised participants, by their assigned arm: nobody leaves the analysis for what happened afterwards. */
export const randomisedPopulation = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter((participant) => participant.allocated !== undefined);

/** Answers each question once. */
const remembering = <K, V>(answer: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answered = answer(key);
    known.set(key, answered);
    return answered;
  };
};

/** One person's values, from one chart with the visits as analyses see them. */
const valuesOfPerson = (study: Study) => (person: Participant) => {
  const { participant, mapped } = mapVisits(study, person);
  const chart = chartOf(study, participant);
  return (endpoint: Endpoint, at: string | undefined): AnalysisValue => {
    const value = deriveValue(endpoint, study, participant, chart, at);
    const from = at === undefined ? undefined : mapped.get(at);
    return from === undefined ? value : { ...value, mapped: from };
  };
};

/** Everybody of whom there may be values, and the arm under which a population takes them; undefined where it does not. */
const membersOf = (study: Study, participants: readonly Participant[], deviations: readonly Deviation[]) =>
  remembering((name: AnalysisPopulation) => {
    const members = populationOf(name, study, participants, deviations);
    return participants.flatMap((person, index) => {
      const member = members[index];
      return member?.in === true ? [{ person, arm: member.armTaken }] : [];
    });
  });

/**
 * Derives the values of each participant once, from one chart: what tables, analyses and figures show is then the same
 * value and not the same computation. Populations other than all randomised take their values from those; `deviations`
 * are those of the trial, which the population per protocol asks for.
 */
export const deriveValues = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[] = [],
): ValuesOf => {
  const personOf = remembering(valuesOfPerson(study));
  const members = membersOf(study, participants, deviations);
  const ofEndpoint = remembering((endpoint: Endpoint) =>
    remembering((at: string | undefined) => remembering((person: Participant) => personOf(person)(endpoint, at))),
  );
  const lists = remembering((endpoint: Endpoint) =>
    remembering((at: string | undefined) =>
      remembering((name: AnalysisPopulation) =>
        members(name).map(({ person, arm }) => {
          const value = ofEndpoint(endpoint)(at)(person);
          return value.arm === arm ? value : { ...value, arm };
        }),
      ),
    ),
  );
  return (endpoint, at = visitsAsked(endpoint.of)[0], population = 'randomised') => lists(endpoint)(at)(population);
};
