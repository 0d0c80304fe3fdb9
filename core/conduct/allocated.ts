import type { Study } from '#core/study/study.ts';
import type { Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceConsent, sinceEnrolment } from './dates.ts';
import { assessEligibility } from './eligibility.ts';
import type { Objection } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import { chartOf } from './participant-chart.ts';
import type { Refusal } from './refusal.ts';
import type { AllocationEvent, ParticipantEvent } from './trial-event.ts';

/**
 * One decision for two logs, to be appended together: the fact in the public one; in the sealed one the slot or place,
 * and, in a masked design, the participant's arm.
 */
export interface AllocationDecided {
  readonly open: readonly ParticipantEvent[];
  readonly allocation: readonly AllocationEvent[];
  readonly sealed: readonly ParticipantEvent[];
}

/** In an open design the arm is told at once; in any other it goes to the sealed log. */
export const telling = (
  { definition }: Study,
  fact: ParticipantEvent,
  arm: string,
  taking: AllocationEvent,
): AllocationDecided => {
  const disclosed: ParticipantEvent = { type: 'assignment disclosed', arm };
  return definition.design.masking === 'open'
    ? { open: [fact, disclosed], allocation: [taking], sealed: [] }
    : { open: [fact], allocation: [taking], sealed: [disclosed] };
};

/** Eligibility is asked once more as of the day: windows may have closed since enrolment. */
const recheck = (participant: Participant, setting: Setting, on: string): Refusal | undefined => {
  if (participant.enrolledOn === undefined) return { refused: 'not enrolled' };
  const { verdict, results } = assessEligibility(setting.study, chartOf(setting.study, participant, on));
  const of = (result: 'fails' | 'not known') =>
    results.filter((each) => each.result === result).map((each) => each.criterion);
  if (verdict === 'not eligible') return { refused: 'not eligible', criteria: of('fails') };
  return verdict === 'needs information' ? { refused: 'information missing', criteria: of('not known') } : undefined;
};

/** What stands against allocating somebody on a day, by whatever method. */
export const againstAllocation = (participant: Participant, setting: Setting, on: string): readonly Objection[] => [
  participant.allocated !== undefined && { refused: 'done already', what: 'allocation' },
  pastDay(on, setting),
  sinceConsent(on, participant),
  sinceEnrolment(on, participant),
  stillWanting(setting, participant, on),
  recheck(participant, setting, on),
];
