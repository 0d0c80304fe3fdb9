import { plannedDoses } from '#core/conduct/dose-plan.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { primaryAt } from '#core/deviations/primary-visits.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';

/** How much of one dose of the plan somebody received. */
export interface DoseShare {
  readonly dose: string;
  readonly planned: number;
  readonly received: number;
  readonly records: readonly string[];
}

/** The plan counts up to the last visit of a primary endpoint; without one, to the end. */
const lastPrimaryDay = (study: Study): number => {
  const days = primaryAt(study).flatMap(
    ({ visit }) => study.definition.visits.find(({ id }) => id === visit)?.day ?? [],
  );
  return days.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...days);
};

const sum = (list: readonly { readonly units: number }[]): number => list.reduce((all, { units }) => all + units, 0);

/** Administrations of a dose before a day of the plan. */
const plannedBefore = (dose: DoseDefinition, last: number): readonly number[] =>
  plannedDoses(dose).flatMap(({ number, day }) => (day < last ? [number] : []));

/** Units taken at home: those handed out before a day, less those that came back until then. */
const atHome = (doses: readonly DoseDefinition[], participant: Participant, zero: number, last: number): DoseShare => {
  const own = doses.filter((dose) => plannedBefore(dose, last).length > 0);
  const upTo = <T extends { readonly dose: string; readonly on: string }>(list: readonly T[], most: number) =>
    list.filter(({ dose, on }) => own.some(({ id }) => id === dose) && (readDay(on) ?? 0) <= zero + most);
  const [out, back] = [upTo(participant.dispensed, last - 1), upTo(participant.returned, last)];
  return {
    dose: own.map(({ id }) => id).join(', '),
    planned: own.reduce((all, dose) => all + plannedBefore(dose, last).length, 0),
    received: Math.max(0, sum(out) - sum(back)),
    records: [...out, ...back].map(({ record }) => record),
  };
};

const atSite = (dose: DoseDefinition, { doses, missedDoses }: Participant, last: number): DoseShare => {
  const numbers = plannedBefore(dose, last);
  const given = doses.filter((each) => each.dose === dose.id && numbers.includes(each.number));
  const missed = missedDoses.filter((each) => each.dose === dose.id);
  const records = [...given, ...missed].map(({ record }) => record);
  return { dose: dose.id, planned: numbers.length, received: given.length, records };
};

/**
 * Of each dose that the plan gives before the last visit of a primary endpoint: how many administrations are planned and
 * how many were received; of medicine for the home all that is planned together, in units, since what is left of one
 * dose is taken in the days of the next. Nothing where the arm, and with it the plan, is not known. The days of the plan
 * are counted from that of allocation.
 */
export const doseShares = (study: Study, participant: Participant): readonly DoseShare[] => {
  const zero = readDay(participant.allocated?.on ?? '');
  if (zero === undefined) return [];
  const last = lastPrimaryDay(study);
  const doses = dosesFor(study.definition, participant).map(({ dose }) => dose);
  const isHome = (dose: DoseDefinition): boolean => dose['self administered'] === true;
  const shares = [
    ...doses.filter((dose) => !isHome(dose)).map((dose) => atSite(dose, participant, last)),
    atHome(doses.filter(isHome), participant, zero, last),
  ];
  return shares.filter(({ planned }) => planned > 0);
};
