import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { levelsOf } from '#core/conduct/strata.ts';
import { wholeStudy } from '#core/randomisation/newcomer.ts';
import { isBySite } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';

/** The level that somebody has of each factor of the allocation, in its order; the same number for everybody. */
export type FactorsOf = (participant: string) => readonly string[];

/** A minimisation keeps no stratum: its factors are asked again, as they were at the allocation. */
const askedAgain = (study: Study, participant: Participant): readonly string[] => {
  const levels = levelsOf(study, participant, chartOf(study, participant));
  return 'refused' in levels ? [] : Object.values(levels).map(String);
};

const levelsWritten = (study: Study, participant: Participant): readonly string[] => {
  const stratum = participant.allocated?.slot?.stratum;
  if (stratum === undefined) return [];
  return stratum === wholeStudy ? askedAgain(study, participant) : stratum.split(', ');
};

/**
 * The factors of the allocation by participant, as models take them: the site where the method asks for it, then each rule.
 * They are known before the arm is. Who has no stratum, or one of another number of factors, has an unnamed level of each.
 */
export const allocationFactors = (study: Study, participants: readonly Participant[]): FactorsOf => {
  const count = study.strata.length + (isBySite(study.definition.allocation) ? 1 : 0);
  if (count === 0) return () => [];
  const unnamed = Array.from({ length: count }, () => '');
  const known = new Map(participants.map((person) => [person.id ?? '', levelsWritten(study, person)] as const));
  return (id) => {
    const levels = known.get(id) ?? [];
    return levels.length === count ? levels : unnamed;
  };
};
