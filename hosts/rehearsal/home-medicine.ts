import { plannedDoses } from '#core/conduct/dose-plan.ts';
import type { KnownKit } from '#core/conduct/lots/hand-out-kits.ts';
import type { HandedMedicine } from '#core/conduct/participant.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { type Day, readDay, writeDay } from '#core/quantities/civil-date.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Followed } from './followed.ts';

/** What is handed out at one visit for the time until the next, and comes back there. */
export interface HomeMedicine {
  readonly handOut: (visit: string, day: Day) => void;
  readonly takeBack: (visit: string, day: Day) => void;
}

/** The planned days for which a visit hands out medicine: from its own until that of the next. */
const spanOf = ({ study }: Followed, visit: string): { readonly from: number; readonly to: number } => {
  const { visits } = study.definition;
  const from = visits.find(({ id }) => id === visit)?.day ?? 0;
  const later = visits.map(({ day }) => day).filter((day) => day > from);
  return { from, to: Math.min(...later, Number.POSITIVE_INFINITY) };
};

/** The day of each administration within a span: a day stands as often as the dose is taken on it. */
const unitsIn = (dose: DoseDefinition | undefined, from: number, to: number): readonly number[] =>
  (dose === undefined ? [] : plannedDoses(dose)).map(({ day }) => day).filter((day) => day >= from && day < to);

const doseNamed = (doses: readonly DoseDefinition[], id: string): DoseDefinition | undefined =>
  doses.find((dose) => dose.id === id);

/** What stays over of a supply: what was not taken on the days that went by, of those for which it was meant. */
const unused = ({ person, scenario }: Followed, visit: string, supply: Supply, days: number): number => {
  const share =
    scenario.assumed('adherence') +
    scenario.assumed('adherence sd') * person.draws(`adherence ${visit} ${supply.dose}`).normal();
  const taken = supply.meant * Math.max(0, Math.min(1, share)) * Math.min(1, days / Math.max(1, supply.days));
  return Math.max(0, supply.units - Math.round(taken));
};

/** One kit is used up after another: what is left of all is in the last of them. */
const leftInKits = (kits: readonly KnownKit[], { dose, visit }: HandedMedicine, left: number) => {
  let over = left;
  return kits
    .filter((each) => each.dose === dose && each.visit === visit && each.back === undefined)
    .toReversed()
    .map(({ kit, units: holds }) => {
      const units = Math.min(holds, over);
      over -= units;
      return { kit, units };
    });
};

/** So many administrations in the house, of which so many are meant for so many days. */
interface Supply {
  readonly dose: string;
  readonly units: number;
  readonly meant: number;
  readonly days: number;
}

export const homeMedicine = (followed: Followed): HomeMedicine => {
  const { study, clerk } = followed;
  const atHome = (): readonly DoseDefinition[] =>
    dosesFor(study.definition, clerk.state())
      .map((view) => view.dose)
      .filter((dose) => dose['self administered'] === true);
  return {
    handOut: (visit, day) => {
      if (clerk.state().discontinued !== undefined) return;
      const { from, to } = spanOf(followed, visit);
      for (const dose of atHome()) {
        const units = unitsIn(dose, from, to).length;
        if (units === 0) continue;
        clerk.stock(dose.id, units, day);
        clerk.act({ type: 'dispense', dose: dose.id, visit, on: writeDay(day), units }, day);
      }
    },
    takeBack: (visit, day) => {
      const { dispensed, returned } = clerk.state();
      for (const { id: dose } of atHome()) {
        const last = dispensed.findLast((each) => each.dose === dose);
        if (last === undefined || returned.some((each) => each.dose === dose && each.on > last.on)) continue;
        const { from, to } = spanOf(followed, last.visit);
        const planned = unitsIn(doseNamed(atHome(), dose), from, to);
        const supply: Supply = { dose, units: last.units, meant: planned.length, days: new Set(planned).size };
        const units = unused(followed, visit, supply, day - (readDay(last.on) ?? day));
        const kits = leftInKits(clerk.kits(), last, units);
        const counted = kits.length === 0 ? {} : { kits };
        clerk.act({ type: 'return medicine', dose, visit, on: writeDay(day), units, ...counted }, day);
      }
    },
  };
};
