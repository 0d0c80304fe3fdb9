import type { Handed, Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { HandedMedicine, Participant } from './participant.ts';
import { dosesFor } from './visible-doses.ts';

const isCount = (units: number): boolean => Number.isSafeInteger(units) && units >= 0;

const objections = (
  { dose, visit, on, units }: Handed,
  before: readonly HandedMedicine[],
  participant: Participant,
  setting: Setting,
): readonly Objection[] => {
  const view = dosesFor(setting.study.definition, participant).find((each) => each.dose.id === dose);
  return [
    participant.allocated === undefined && { refused: 'not randomised' },
    view === undefined && { refused: 'dose not of this arm', dose, arm: participant.arm ?? '' },
    view !== undefined &&
      view.dose['self administered'] !== true && { refused: 'given otherwise', dose, how: 'at the site' },
    participant.visits.get(visit)?.on === undefined && { refused: 'visit not held', visit },
    before.some((each) => each.dose === dose && each.visit === visit) && {
      refused: 'done already',
      what: `${dose} at ${visit}`,
    },
    !isCount(units) && { refused: 'value not accepted', item: dose, value: String(units), accepted: 'whole numbers' },
    pastDay(on, setting),
    sinceRandomisation(on, participant),
  ];
};

/** Hands out a medicine that is taken at home, at a visit, as so many administrations. */
export const decideDispensation: Decide<'dispense'> = (command, participant, setting) => {
  const { dose, visit, on, units } = command;
  const { discontinued } = participant;
  return unless(
    [
      ...objections(command, participant.dispensed, participant, setting),
      stillWanting(setting, participant, on),
      discontinued !== undefined && { refused: 'treatment discontinued', on: discontinued.on },
    ],
    () => [{ type: 'medicine dispensed', dose, visit, on, units }],
  );
};

/** What was handed out of a dose and has not come back. */
const outstanding = ({ dispensed, returned }: Participant, dose: string): number => {
  const sum = (list: readonly HandedMedicine[]): number =>
    list.filter((each) => each.dose === dose).reduce((total, { units }) => total + units, 0);
  return sum(dispensed) - sum(returned);
};

/** Takes back what was not used; more than was handed out cannot come back. */
export const decideReturn: Decide<'return medicine'> = (command, participant, setting) => {
  const { dose, visit, on, units } = command;
  const most = outstanding(participant, dose);
  return unless(
    [
      ...objections(command, participant.returned, participant, setting),
      units > most && {
        refused: 'value not accepted',
        item: dose,
        value: String(units),
        accepted: `at most ${most}, as many as were handed out`,
      },
    ],
    () => [{ type: 'medicine returned', dose, visit, on, units }],
  );
};
