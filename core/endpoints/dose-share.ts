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

/** Units taken at home: those handed out before a day, less those that came back until then. */
const taken = (dose: DoseDefinition, { dispensed, returned }: Participant, last: number) => {
  const of = <T extends { readonly dose: string; readonly on: string }>(list: readonly T[], most: number) =>
    list.filter((each) => each.dose === dose.id && (readDay(each.on) ?? 0) <= most);
  const [out, back] = [of(dispensed, last - 1), of(returned, last)];
  const sum = (list: readonly { readonly units: number }[]): number => list.reduce((all, { units }) => all + units, 0);
  return { received: Math.max(0, sum(out) - sum(back)), records: [...out, ...back].map(({ record }) => record) };
};

/**
 * Of each dose that the plan gives an arm before the last visit of a primary endpoint: how many administrations are
 * planned and how many were received; tablets taken at home in units. Nothing where the arm, and with it the plan, is
 * not known. Visits of the plan are counted from the day of allocation.
 */
export const doseShares = (study: Study, participant: Participant): readonly DoseShare[] => {
  const zero = readDay(participant.allocated?.on ?? '');
  if (zero === undefined) return [];
  const last = lastPrimaryDay(study);
  return dosesFor(study.definition, participant).flatMap(({ dose }) => {
    const numbers = new Set(plannedDoses(dose).flatMap(({ number, day }) => (day < last ? [number] : [])));
    if (numbers.size === 0) return [];
    if (dose['self administered'] === true)
      return [{ dose: dose.id, planned: numbers.size, ...taken(dose, participant, zero + last) }];
    const given = participant.doses.filter((each) => each.dose === dose.id && numbers.has(each.number));
    const missed = participant.missedDoses.filter((each) => each.dose === dose.id);
    const records = [...given, ...missed].map(({ record }) => record);
    return [{ dose: dose.id, planned: numbers.size, received: given.length, records }];
  });
};
