import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import type { DoseDefinition } from '#core/study/schema.ts';
import type { Setting } from './command.ts';
import { pastDay, sinceConsent, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { doseAmount, plannedDoses, plannedOn } from './dose-plan.ts';
import { unless } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { ParticipantEvent } from './trial-event.ts';

const doseOf = (participant: Participant, { study }: Setting, id: string): DoseDefinition | undefined =>
  study.definition.arms.find((arm) => arm.id === participant.arm)?.doses.find((dose) => dose.id === id);

const nextNumber = (participant: Participant, dose: DoseDefinition | undefined): number | undefined => {
  if (dose === undefined) return undefined;
  const given = new Set(participant.doses.filter((each) => each.dose === dose.id).map((each) => each.number));
  return plannedDoses(dose).find((planned) => !given.has(planned.number))?.number;
};

const weightAt = (participant: Participant, dose: DoseDefinition) => {
  const visit = dose['weight at'];
  return visit === undefined ? undefined : participant.items.get(`${visit}/weight`);
};

const weightMissing = (participant: Participant, dose: DoseDefinition | undefined): Refusal | undefined => {
  if (dose === undefined || dose['weight at'] === undefined) return undefined;
  return doseAmount(dose, weightAt(participant, dose)) === undefined
    ? { refused: 'weight missing', visit: dose['weight at'] }
    : undefined;
};

const doseGiven = (participant: Participant, dose: DoseDefinition, number: number, on: string): ParticipantEvent => {
  const weight = weightAt(participant, dose);
  const amount = doseAmount(dose, weight);
  const planned = plannedDoses(dose).find((each) => each.number === number);
  const dayZero = readDay(participant.randomised?.on ?? '');
  if (amount === undefined || planned === undefined || dayZero === undefined)
    throw new Error(`dose ${dose.id} ${number} was let through without a plan`);
  return {
    type: 'dose given',
    dose: dose.id,
    number,
    on,
    planned: writeDay(plannedOn(planned, dayZero)),
    ...amount,
    ...(weight === undefined ? {} : { weight: `${weight.value} ${weight.unit ?? ''}` }),
  };
};

/** Gives the next planned administration of the participant's own arm; the amount follows from the plan and the weight. */
export const decideDose: Decide<'give dose'> = ({ dose: id, number, on }, participant, setting) => {
  const dose = doseOf(participant, setting, id);
  const next = nextNumber(participant, dose);
  return unless(
    [
      participant.randomised === undefined && { refused: 'not randomised' },
      participant.arm === undefined && { refused: 'assignment not known' },
      dose === undefined && { refused: 'dose not of this arm', dose: id, arm: participant.arm ?? '' },
      participant.discontinued !== undefined && { refused: 'treatment discontinued', on: participant.discontinued.on },
      number !== next && { refused: 'dose not due', dose: id, number, next },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
      weightMissing(participant, dose),
    ],
    () => (dose === undefined ? [] : [doseGiven(participant, dose, number, on)]),
  );
};

/** Ends the treatment; the participant stays in the study and is measured on. */
export const decideDiscontinuation: Decide<'discontinue treatment'> = ({ on, why }, participant, setting) =>
  unless(
    [
      participant.randomised === undefined && { refused: 'not randomised' },
      participant.discontinued !== undefined && { refused: 'done already', what: 'discontinuation of treatment' },
      why.trim() === '' && { refused: 'reason missing' },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
    ],
    () => [{ type: 'treatment discontinued', on, why }],
  );

export const decideEnd: Decide<'end participation'> = ({ on, how }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      pastDay(on, setting),
      sinceConsent(on, participant),
      sinceRandomisation(on, participant),
    ],
    () => [{ type: 'participation ended', on, how }],
  );
