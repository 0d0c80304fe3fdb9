import { plannedDoses } from '#core/conduct/dose-plan.ts';
import type { HandedMedicine } from '#core/conduct/participant.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { type Dossier, type HeldVisit, mustBeDay, type ScheduledVisit } from './dossier.ts';

/** What a visit is to hand out of a medicine that is taken at home, what it did hand out, and what came back. */
export interface HomeSupply {
  readonly dose: string;
  readonly visit: HeldVisit;
  /** Units from the day of the visit to the day before the next, and those to the end of the next visit's window. */
  readonly units: number;
  readonly most: number;
  readonly dispensed: (HandedMedicine & { readonly day: Day }) | undefined;
  /** The first visit that was held after it. */
  readonly next: HeldVisit | undefined;
  readonly returned: (HandedMedicine & { readonly day: Day }) | undefined;
  /** Units that the plan has from one day of the calendar to the day before another. */
  readonly plannedBetween: (from: Day, to: Day) => number;
}

const following = ({ visits }: Dossier, visit: ScheduledVisit): ScheduledVisit | undefined =>
  visits.find(({ day }) => day > visit.day);

const dated = (handed: HandedMedicine | undefined) => handed && { ...handed, day: mustBeDay(handed.on) };

const supplyOf = (dossier: Dossier, dose: string, days: readonly number[], visit: HeldVisit): HomeSupply => {
  const { participant, held, dayZero = 0 } = dossier;
  const { plan } = visit;
  const after = following(dossier, plan);
  const between = (from: number, to: number): number => days.filter((day) => day >= from && day < to).length;
  const next = held.filter(({ on }) => on > visit.on).toSorted((a, b) => a.on - b.on)[0];
  const returned = participant.returned.find(
    (each) =>
      each.dose === dose && mustBeDay(each.on) > visit.on && next !== undefined && mustBeDay(each.on) <= next.on,
  );
  return {
    dose,
    visit,
    units: between(plan.day, after?.day ?? Number.POSITIVE_INFINITY),
    most: between(plan.day, after === undefined ? Number.POSITIVE_INFINITY : after.latest + 1),
    dispensed: dated(participant.dispensed.find((each) => each.dose === dose && each.visit === plan.id)),
    next,
    returned: dated(returned),
    plannedBetween: (from, to) => between(from - dayZero, to - dayZero),
  };
};

/** Every medicine for the home at every visit that was held from day 0 on, as far as the arm is known to the reader. */
export const homeSupplies = (dossier: Dossier): readonly HomeSupply[] => {
  const { study, participant, held, dayZero } = dossier;
  if (dayZero === undefined) return [];
  return dosesFor(study.definition, participant)
    .filter(({ dose }) => dose['self administered'] === true)
    .flatMap(({ dose }) => {
      const days = plannedDoses(dose).map(({ day }) => day);
      return held.filter(({ plan }) => plan.day >= 0).map((visit) => supplyOf(dossier, dose.id, days, visit));
    });
};
