import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { armReceived, hasTreatment } from './arm-received.ts';
import { type WhyOut, whyNotPerProtocol } from './per-protocol.ts';

/** Whether one participant belongs to a population, under which arm, and if not, why and by which records. */
export interface PopulationMember {
  readonly participant: string;
  readonly in: boolean;
  readonly because: readonly string[];
  /** Of who is out the records behind the reasons; of who is in that of the enrolment, allocation or first dose. */
  readonly records: readonly string[];
  readonly armTaken: string | undefined;
}

/** The latest of the acts before enrolment, which says how far somebody came. */
const whyNotEnrolled = ({ acts, declinedOn, assessed, ended }: Participant): WhyOut => {
  const [says, act] =
    declinedOn !== undefined
      ? (['declined to take part', 'participant declined'] as const)
      : assessed?.verdict === 'not eligible'
        ? (['was found not eligible', 'eligibility assessed'] as const)
        : ended !== undefined
          ? ([`left before enrolment: ${ended.how}`, 'participation ended'] as const)
          : (['was not enrolled', 'participant identified'] as const);
  return { says, records: [acts.get(act) ?? acts.get('participant identified') ?? ''] };
};

const whyNotAllocated = (participant: Participant): WhyOut => {
  const { enrolledOn, ended, acts } = participant;
  if (enrolledOn === undefined) return whyNotEnrolled(participant);
  const after = ended === undefined ? '' : `: ${ended.how}`;
  const record = acts.get(ended === undefined ? 'participant enrolled' : 'participation ended');
  return { says: `was enrolled and not allocated${after}`, records: [record ?? ''] };
};

/** Of an arm that has no dose nobody could be treated: they belong to the treated from allocation, unless said. */
const isWithoutDoses = ({ definition }: Study, { arm }: Participant): boolean =>
  definition.arms.some(({ id, doses }) => id === arm && doses.length === 0);

const whyNotTreated = (study: Study, participant: Participant): readonly WhyOut[] => {
  const { allocated, missedDoses } = participant;
  if (allocated === undefined) return [whyNotAllocated(participant)];
  if (hasTreatment(participant)) return [];
  const missed = missedDoses.map(({ record }) => record);
  if (!isWithoutDoses(study, participant))
    return [{ says: 'received no dose', records: missed.length === 0 ? [allocated.record] : missed }];
  return study.definition.populations?.['arm without doses'] === 'never treated'
    ? [{ says: 'is of an arm without doses', records: [allocated.record] }]
    : [];
};

const whyOut = (
  name: AnalysisPopulation,
  study: Study,
  participant: Participant,
  deviations: readonly Deviation[],
): readonly WhyOut[] => {
  switch (name) {
    case 'all enrolled':
      return participant.enrolledOn === undefined ? [whyNotEnrolled(participant)] : [];
    case 'randomised':
      return participant.allocated === undefined ? [whyNotAllocated(participant)] : [];
    case 'treated':
      return whyNotTreated(study, participant);
    case 'per protocol': {
      const untreated = whyNotTreated(study, participant);
      return participant.allocated === undefined
        ? untreated
        : [...untreated, ...whyNotPerProtocol(study, participant, deviations)];
    }
    default:
      return name satisfies never;
  }
};

const recordsOfBelonging = (name: AnalysisPopulation, { acts, allocated, doses, dispensed }: Participant) => {
  const enrolled = acts.get('participant enrolled');
  const first = doses[0]?.record ?? dispensed[0]?.record ?? allocated?.record;
  const record = { 'all enrolled': enrolled, randomised: allocated?.record, treated: first, 'per protocol': first }[
    name
  ];
  return record === undefined ? [] : [record];
};

/**
 * Everybody, with whether they belong to a population of the analyses and under which arm (ICH E9, E3). `randomised`: all
 * who were allocated, by the assigned arm, whatever happened later. `treated`, for safety: at least one dose, by the arm
 * received; of an arm without doses from allocation. `per protocol`: those treated whom nothing of the study's rule
 * excludes, by the assigned arm. `all enrolled`: from enrolment on. Who is out has at least one reason with records.
 * `deviations` are those of the trial.
 */
export const populationOf = (
  name: AnalysisPopulation,
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[] = [],
): readonly PopulationMember[] => {
  const found = Map.groupBy(deviations, ({ participant }) => participant);
  return participants.map((person) => {
    const why = whyOut(name, study, person, found.get(person.id ?? '') ?? []);
    return {
      participant: person.id ?? '',
      in: why.length === 0,
      because: why.map(({ says }) => says),
      records:
        why.length === 0 ? recordsOfBelonging(name, person) : [...new Set(why.flatMap(({ records }) => records))],
      armTaken: name === 'treated' ? armReceived(study, person) : person.arm,
    };
  });
};
