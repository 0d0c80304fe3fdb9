import { plannedDoses } from '#core/conduct/dose-plan.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Followed } from './followed.ts';

/** What is handed out at one visit for the time until the next, and comes back there. */
export interface HomeMedicine {
  readonly handOut: (visit: string, day: Day) => void;
  readonly takeBack: (visit: string, day: Day) => void;
}

/** The first day of the next visit in the plan, from which medicine is handed out anew. */
const until = ({ study }: Followed, planned: number): number =>
  Math.min(
    ...study.definition.visits.filter(({ day }) => day > planned).map(({ day }) => day),
    Number.POSITIVE_INFINITY,
  );

/** What stays over of so many: those that were not taken. */
const unused = ({ person, scenario }: Followed, visit: string, dose: string, units: number): number => {
  const share =
    scenario.assumed('adherence') +
    scenario.assumed('adherence sd') * person.draws(`adherence ${visit} ${dose}`).normal();
  return Math.round(units * (1 - Math.max(0, Math.min(1, share))));
};

export const homeMedicine = (followed: Followed): HomeMedicine => {
  const { study, clerk } = followed;
  const atHome = (): readonly DoseDefinition[] =>
    dosesFor(study.definition, clerk.state())
      .map((view) => view.dose)
      .filter((dose) => dose['self administered'] === true);
  return {
    handOut: (visit, day) => {
      if (clerk.state().discontinued !== undefined) return;
      const planned = study.definition.visits.find(({ id }) => id === visit)?.day ?? 0;
      const end = until(followed, planned);
      for (const dose of atHome()) {
        const units = plannedDoses(dose).filter((each) => each.day >= planned && each.day < end).length;
        if (units > 0) clerk.act({ type: 'dispense', dose: dose.id, visit, on: writeDay(day), units }, day);
      }
    },
    takeBack: (visit, day) => {
      const { dispensed } = clerk.state();
      for (const dose of atHome()) {
        const last = dispensed.findLast((each) => each.dose === dose.id);
        if (last === undefined || clerk.state().returned.some((each) => each.dose === dose.id && each.on >= last.on))
          continue;
        const units = unused(followed, visit, dose.id, last.units);
        clerk.act({ type: 'return medicine', dose: dose.id, visit, on: writeDay(day), units }, day);
      }
    },
  };
};
