import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import type { ValuesOf } from '../derived-values.ts';
import type { StratumOf } from '../strata-of-values.ts';
import { allocationFactors, type FactorsOf } from './allocation-factors.ts';

/** What an analysis has to go by: the study, the values of its people, and how they were parted before allocation. */
export interface AnalysisSetting {
  readonly study: Study;
  readonly valuesOf: ValuesOf;
  readonly stratumOf: StratumOf;
  readonly factorsOf: FactorsOf;
}

/** The setting of a trial with these people; strata are those of their allocation. */
export const analysisSetting = (
  study: Study,
  participants: readonly Participant[],
  valuesOf: ValuesOf,
): AnalysisSetting => {
  const strata = new Map(participants.map(({ id = '', allocated }) => [id, allocated?.slot?.stratum]));
  return {
    study,
    valuesOf,
    stratumOf: (id) => strata.get(id),
    factorsOf: allocationFactors(study, participants),
  };
};

/**
 * Whether the arm of anybody who was allocated is not told. Then nothing may be shown by arm, also not for the few whose
 * code was broken: what is left over would tell of the others.
 */
export const isMasked = ({ study, valuesOf }: Pick<AnalysisSetting, 'study' | 'valuesOf'>): boolean => {
  const [first] = study.endpoints;
  return first !== undefined && valuesOf(first, undefined, 'randomised').some(({ arm }) => arm === undefined);
};
