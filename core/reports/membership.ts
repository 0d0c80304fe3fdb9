import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { type PopulationMember, populationOf } from '#core/endpoints/population.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure } from './figure.ts';
import type { Membership } from './value-rows.ts';

/** Whether somebody belongs to a population, as a figure that can be asked for: it rests on the records that show it. */
const memberFigure = (
  name: AnalysisPopulation,
  { participant, in: isIn, because, records }: PopulationMember,
): Figure => ({
  id: `population/${name}/${participant}`,
  label: `${participant} in the population ${name}`,
  value: isIn ? 'in' : 'not in it',
  rests: records,
  because,
});

/** The populations of everybody who was randomised: those of the safety and per protocol, by participant and as figures. */
export const membershipIn = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[],
): { readonly of: (participant: string) => Membership; readonly figures: readonly Figure[] } => {
  const allocated = participants.filter((each) => each.allocated !== undefined);
  const membersOf = (name: AnalysisPopulation) => populationOf(name, study, allocated, deviations);
  const [treated, perProtocol] = [membersOf('treated'), membersOf('per protocol')];
  const byId = (members: readonly PopulationMember[]) => new Map(members.map((each) => [each.participant, each]));
  const [ofTreated, ofProtocol] = [byId(treated), byId(perProtocol)];
  return {
    of: (participant) => ({ treated: ofTreated.get(participant), perProtocol: ofProtocol.get(participant) }),
    figures: [
      ...treated.map((each) => memberFigure('treated', each)),
      ...perProtocol.map((each) => memberFigure('per protocol', each)),
    ],
  };
};
