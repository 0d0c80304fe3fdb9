import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceConsent, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { doseAmount, type PlannedDose, plannedDoses, plannedOn } from './dose-plan.ts';
import { unless } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { ParticipantEvent } from './trial-event.ts';

const doseOf = (participant: Participant, { study }: Setting, id: string): DoseDefinition | undefined =>
  study.definition.arms.find((arm) => arm.id === participant.arm)?.doses.find((dose) => dose.id === id);

const nextDose = (participant: Participant, dose: DoseDefinition | undefined): PlannedDose | undefined => {
  if (dose === undefined) return undefined;
  const given = new Set(participant.doses.filter((each) => each.dose === dose.id).map((each) => each.number));
  return plannedDoses(dose).find((planned) => !given.has(planned.number));
};

/** The weight by which an administration goes, and the visit at which it was taken. */
const weightOf = (participant: Participant, dose: DoseDefinition, { day }: PlannedDose, { study }: Setting) => {
  const visit = weightVisit(dose, day, study.definition.visits);
  return visit === undefined ? undefined : { visit, entry: participant.items.get(`${visit}/weight`) };
};

type Weight = ReturnType<typeof weightOf>;

const weightMissing = (dose: DoseDefinition | undefined, weight: Weight): Refusal | undefined => {
  if (dose === undefined || weight === undefined) return undefined;
  return doseAmount(dose, weight.entry) === undefined ? { refused: 'weight missing', visit: weight.visit } : undefined;
};

const doseGiven = (
  participant: Participant,
  dose: DoseDefinition,
  planned: PlannedDose,
  weight: Weight,
  on: string,
): ParticipantEvent => {
  const amount = doseAmount(dose, weight?.entry);
  const dayZero = readDay(participant.randomised?.on ?? '');
  if (amount === undefined || dayZero === undefined)
    throw new Error(`dose ${dose.id} ${planned.number} was let through without a plan`);
  return {
    type: 'dose given',
    dose: dose.id,
    number: planned.number,
    on,
    planned: writeDay(plannedOn(planned, dayZero)),
    ...amount,
    ...(weight?.entry === undefined ? {} : { weight: `${weight.entry.value} ${weight.entry.unit ?? ''}` }),
  };
};

/** Gives the next planned administration of the participant's own arm; the amount follows from the plan and the weight. */
export const decideDose: Decide<'give dose'> = ({ dose: id, number, on }, participant, setting) => {
  const dose = doseOf(participant, setting, id);
  const next = nextDose(participant, dose);
  const weight = dose && next && weightOf(participant, dose, next, setting);
  return unless(
    [
      participant.randomised === undefined && { refused: 'not randomised' },
      stillWanting(setting.study, participant, on),
      participant.arm === undefined && { refused: 'assignment not known' },
      dose === undefined && { refused: 'dose not of this arm', dose: id, arm: participant.arm ?? '' },
      participant.discontinued !== undefined && { refused: 'treatment discontinued', on: participant.discontinued.on },
      number !== next?.number && { refused: 'dose not due', dose: id, number, next: next?.number },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
      weightMissing(dose, weight),
    ],
    () => (dose === undefined || next === undefined ? [] : [doseGiven(participant, dose, next, weight, on)]),
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
