import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import { doseOfVisit } from './doses.ts';
import { fillVisit } from './fill-visit.ts';
import type { Followed } from './followed.ts';
import type { HomeMedicine } from './home-medicine.ts';
import { signHistories } from './screening.ts';
import { correctSlip } from './slips.ts';
import { taper } from './taper.ts';

type Visit = Study['definition']['visits'][number];

/** How many days away from its day a visit is held: a few, or late. */
const awayOf = ({ person, scenario }: Followed, visit: string): number => {
  const [away, late] = [scenario.assumed('days away'), scenario.assumed('days late')];
  const draws = person.draws(`away ${visit}`);
  if (draws.chance(scenario.assumed('late visit'))) return draws.between(away + 1, Math.max(away + 1, late));
  return draws.between(-away, away);
};

const isMissed = ({ person, scenario }: Followed, visit: string): boolean =>
  person.draws(`misses ${visit}`).chance(scenario.assumed('missed visit'));

const visitOn = (followed: Followed, home: HomeMedicine, { id: visit }: Visit, day: Day): void => {
  const { clerk, course, forms, dayZero } = followed;
  const planned = forms.get(visit);
  if (hasLeft(clerk) || planned === undefined) return;
  clerk.renewConsent(day);
  clerk.act({ type: 'hold visit', visit, on: writeDay(day) }, day);
  fillVisit(followed, planned, course.at(visit, (day - dayZero) / 7), day);
  signHistories(clerk, day);
  home.takeBack(visit, day);
  home.handOut(visit, day);
  doseOfVisit(followed, visit, day);
};

/** Each visit after day 0 on or near its day, never two on one day, and on the day after it what was prescribed there. */
export const visitAppointments = (followed: Followed, home: HomeMedicine): readonly Appointment[] => {
  const { study, person, dayZero, clerk, course } = followed;
  let before = dayZero;
  return study.definition.visits
    .filter((visit) => visit.day > 0)
    .toSorted((a, b) => a.day - b.day)
    .flatMap((visit) => {
      const day = Math.max(before + 1, dayZero + visit.day + awayOf(followed, visit.id));
      before = day;
      const missed = isMissed(followed, visit.id);
      const held = (): void => visitOn(followed, home, visit, day);
      const miss = (): void => {
        if (hasLeft(clerk)) return;
        clerk.act({ type: 'miss visit', visit: visit.id }, day);
        doseOfVisit(followed, visit.id, day);
      };
      const next = (): void => {
        if (!hasLeft(clerk)) taper(clerk, course, visit.day / 7, day + 1);
      };
      const later = (): void => {
        if (!hasLeft(clerk)) correctSlip(followed, visit.id, day + 3);
      };
      return [
        { day, person: person.id, happen: missed ? miss : held },
        { day: day + 1, person: person.id, happen: next },
        { day: day + 3, person: person.id, happen: later },
      ];
    });
};
