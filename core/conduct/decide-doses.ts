import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import { courseObjections } from './bedside/dose-course.ts';
import type { Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { doseAmount, type PlannedDose, plannedDoses, plannedOn } from './dose-plan.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { ItemEntry } from './item-entry.ts';
import { itemAt, type Participant } from './participant.ts';
import { type DoseView, dosesFor, realDose } from './visible-doses.ts';

const viewOf = (participant: Participant, { study }: Setting, id: string): DoseView | undefined =>
  dosesFor(study.definition, participant).find((view) => view.dose.id === id);

/** The first administration that was neither given nor missed. */
const nextDose = (participant: Participant, dose: DoseDefinition | undefined): PlannedDose | undefined => {
  if (dose === undefined) return undefined;
  const past = [...participant.doses, ...participant.missedDoses].filter((each) => each.dose === dose.id);
  const numbers = new Set(past.map((each) => each.number));
  return plannedDoses(dose).find((planned) => !numbers.has(planned.number));
};

interface Weight {
  readonly visit: string;
  readonly entry: ItemEntry | undefined;
}

/** The weight by which an administration goes, and the visit at which it was taken; none for a dose by no weight. */
const weightOf = (
  participant: Participant,
  dose: DoseDefinition,
  { day }: PlannedDose,
  { study }: Setting,
): Weight | undefined => {
  const visit = weightVisit(dose, day, study.definition.visits);
  return visit === undefined ? undefined : { visit, entry: itemAt(participant, visit, 'weight') };
};

/** What of a planned administration is prepared or given: an amount that needs a weight cannot be said without one. */
interface Portion {
  readonly planned: PlannedDose;
  readonly amount: { readonly amount: string; readonly unit: string } | undefined;
  readonly weight: Weight | undefined;
}

/** Of a veiled dose the volume is seen, and not what is in it. */
const seenAmount = ({ volume }: DoseDefinition): Portion['amount'] => {
  const [amount, unit] = volume?.split(' ') ?? [];
  return amount === undefined || unit === undefined ? undefined : { amount, unit };
};

const portionOf = (
  participant: Participant,
  dose: DoseDefinition,
  planned: PlannedDose,
  isSeen: boolean,
  setting: Setting,
): Portion => {
  const seen = isSeen ? seenAmount(dose) : undefined;
  if (seen !== undefined) return { planned, amount: seen, weight: undefined };
  const weight = weightOf(participant, dose, planned, setting);
  return { planned, amount: doseAmount(dose, weight?.entry), weight };
};

const weighed = ({ weight }: Portion) =>
  weight?.entry === undefined ? {} : { weight: `${weight.entry.value} ${weight.entry.unit ?? ''}` };

interface Asked {
  readonly dose: string;
  readonly number: number;
  readonly on: string;
}

/** What stands against any act on the next administration of a dose. */
const objections = (
  { dose: id, number, on }: Asked,
  view: DoseView | undefined,
  participant: Participant,
  setting: Setting,
): readonly Objection[] => {
  const next = nextDose(participant, view?.dose);
  const isMine = view !== undefined;
  return [
    participant.allocated === undefined && { refused: 'not randomised' },
    stillWanting(setting, participant, on),
    !isMine && participant.arm === undefined && { refused: 'assignment not known' },
    !isMine && { refused: 'dose not of this arm', dose: id, arm: participant.arm ?? '' },
    view?.dose['self administered'] === true && { refused: 'given otherwise', dose: id, how: 'at home' },
    participant.discontinued !== undefined && { refused: 'treatment discontinued', on: participant.discontinued.on },
    isMine && number !== next?.number && { refused: 'dose not due', dose: id, number, next: next?.number },
    pastDay(on, setting),
    sinceRandomisation(on, participant),
  ];
};

const weightMissing = (portion: Portion | undefined): Objection =>
  portion !== undefined &&
  portion.amount === undefined && { refused: 'weight missing', visit: portion.weight?.visit ?? '' };

const isPrepared = ({ prepared }: Participant, name: string, number: number): boolean =>
  prepared.some((each) => each.dose === name && each.number === number);

/**
 * Prepares the next administration: the amount follows from the plan of the participant's own arm and the weight. Who
 * prepares does not check it.
 */
export const decidePreparation: Decide<'prepare dose'> = (command, participant, setting) => {
  const { dose: id, number, on, lot, checkedBy } = command;
  const view = viewOf(participant, setting, id);
  const real = view?.isVeiled === true ? realDose(setting.study.definition, participant.arm, id) : view?.dose;
  const next = nextDose(participant, view?.dose);
  const portion = real && next && portionOf(participant, real, next, false, setting);
  return unless(
    [
      ...objections(command, view, participant, setting),
      view !== undefined && real === undefined && { refused: 'assignment not known' },
      real !== undefined &&
        isPrepared(participant, real.id, number) && { refused: 'done already', what: `${id} ${number}` },
      (checkedBy.trim() === '' || checkedBy === setting.actor.id) && { refused: 'second person missing' },
      weightMissing(portion),
    ],
    () => {
      if (real === undefined || portion?.amount === undefined) throw new Error(`${id} was prepared without a plan`);
      return [
        {
          type: 'dose prepared',
          dose: real.id,
          number,
          on,
          ...portion.amount,
          ...weighed(portion),
          ...(lot === undefined ? {} : { lot }),
          checkedBy,
        },
      ];
    },
  );
};

/** Discards what was prepared and not given, with the reason: the same administration may then be prepared again. */
export const decideDiscard: Decide<'discard dose'> = ({ dose: id, number, on, why }, participant, setting) => {
  const view = viewOf(participant, setting, id);
  const real = view?.isVeiled === true ? realDose(setting.study.definition, participant.arm, id) : view?.dose;
  return unless(
    [
      participant.allocated === undefined && { refused: 'not randomised' },
      real === undefined && { refused: 'assignment not known' },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
      why.trim() === '' && { refused: 'reason missing' },
      participant.doses.some((each) => each.dose === id && each.number === number) && {
        refused: 'done already',
        what: `${id} ${number}`,
      },
      !isPrepared(participant, real?.id ?? '', number) && { refused: 'dose not prepared' },
    ],
    () => [{ type: 'dose discarded', dose: real?.id ?? id, number, on, why }],
  );
};

/** In a masked design nothing is given that was not made ready by somebody who may know what it is. */
const notPrepared = (
  view: DoseView | undefined,
  { number }: Asked,
  participant: Participant,
  setting: Setting,
): Objection => {
  const { definition } = setting.study;
  if (view === undefined || definition.design.masking === 'open') return undefined;
  const real = view.isVeiled ? realDose(definition, participant.arm, view.dose.id) : view.dose;
  return isPrepared(participant, real?.id ?? '', number) ? undefined : { refused: 'dose not prepared' };
};

/**
 * Gives the next planned administration. Of an open dose the amount follows from the plan and the weight; of a veiled
 * one the event says what everybody sees.
 */
export const decideDose: Decide<'give dose'> = (command, participant, setting) => {
  const { dose: id, number, on, course } = command;
  const view = viewOf(participant, setting, id);
  const next = nextDose(participant, view?.dose);
  const portion = view && next && portionOf(participant, view.dose, next, view.isVeiled, setting);
  const dayZero = readDay(participant.allocated?.on ?? '');
  return unless(
    [
      ...objections(command, view, participant, setting),
      notPrepared(view, command, participant, setting),
      weightMissing(portion),
      ...courseObjections(course, on),
    ],
    () => {
      if (portion?.amount === undefined || dayZero === undefined) throw new Error(`${id} was given without a plan`);
      const planned = writeDay(plannedOn(portion.planned, dayZero));
      const timed = course === undefined ? {} : { course };
      return [{ type: 'dose given', dose: id, number, on, planned, ...portion.amount, ...weighed(portion), ...timed }];
    },
  );
};

/** An administration that does not take place; the next one is then due. */
export const decideMissedDose: Decide<'miss dose'> = (command, participant, setting) => {
  const { dose, number, on, why } = command;
  const view = viewOf(participant, setting, dose);
  return unless(
    [
      ...objections(command, view, participant, setting).filter(
        (each) => each === undefined || each === false || each.refused !== 'consent wanting',
      ),
      why.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'dose missed', dose, number, on, why }],
  );
};
