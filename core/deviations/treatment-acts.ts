import type { Day } from '#core/quantities/civil-date.ts';
import { type Dossier, mustBeDay } from './dossier.ts';

/** A dose that was given at the site, or medicine that was dispensed for the home. */
export interface TreatmentAct {
  /** As the start of a sentence: "Dose 2 of il-2-injection was given". */
  readonly what: string;
  readonly dose: string;
  readonly on: Day;
  readonly record: string;
}

export const treatmentActs = ({ participant }: Dossier): readonly TreatmentAct[] =>
  [
    ...participant.doses.map(({ dose, number, on, record }) => ({
      what: `Dose ${number} of ${dose} was given`,
      dose,
      on: mustBeDay(on),
      record,
    })),
    ...participant.dispensed.map(({ dose, on, units, record }) => ({
      what: `${units} of ${dose} were dispensed`,
      dose,
      on: mustBeDay(on),
      record,
    })),
  ].toSorted((a, b) => a.on - b.on);
