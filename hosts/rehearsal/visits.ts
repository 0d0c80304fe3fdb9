import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import { dayOfSilence } from './changes.ts';
import { doseOfVisit, missDoseOfVisit } from './doses.ts';
import { fillVisit } from './fill-visit.ts';
import type { Followed } from './followed.ts';
import type { HomeMedicine } from './home-medicine.ts';
import { ruledAt } from './safety-rules.ts';
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

/** Treatment at a visit, as far as the safety rules let it go on. */
const treatAt = (followed: Followed, home: HomeMedicine, visit: string, day: Day): void => {
  const { clerk, study } = followed;
  const ruled = ruledAt(study, clerk.state(), visit);
  const { discontinued, doses, dispensed } = clerk.state();
  if (ruled === 'stop' && discontinued === undefined && doses.length + dispensed.length > 0)
    clerk.act({ type: 'discontinue treatment', on: writeDay(day), why: 'a safety rule says so' }, day);
  if (ruled !== 'go on') {
    missDoseOfVisit(followed, visit, day, 'a safety rule says so');
    return;
  }
  home.handOut(visit, day);
  doseOfVisit(followed, visit, day);
};

const visitOn = (followed: Followed, home: HomeMedicine, { id: visit }: Visit, day: Day): void => {
  const { clerk, course, forms, dayZero } = followed;
  const planned = forms.get(visit);
  if (hasLeft(clerk) || planned === undefined) return;
  clerk.renewConsent(day);
  clerk.act({ type: 'hold visit', visit, on: writeDay(day) }, day);
  fillVisit(followed, planned, course.at(visit, (day - dayZero) / 7), day);
  signHistories(clerk, day);
  home.takeBack(visit, day);
  treatAt(followed, home, visit, day);
};

/** Missed without a word: after the second in a row somebody is lost. */
const missSilently = (followed: Followed, visit: string, day: Day): void => {
  const { clerk, study } = followed;
  clerk.act({ type: 'miss visit', visit }, day);
  const { visits } = study.definition;
  const before = visits[visits.findIndex(({ id }) => id === visit) - 1]?.id ?? '';
  const isSecond = clerk.state().visits.has(before) && clerk.state().visits.get(before)?.on === undefined;
  if (isSecond || visits.at(-1)?.id === visit)
    clerk.act({ type: 'end participation', on: writeDay(day), how: 'lost to follow-up' }, day);
};

/** Each visit after day 0, in their order, with the day on or near its own on which it is held: never two on one day. */
export const daysOfVisits = (followed: Followed): readonly { readonly visit: Visit; readonly day: Day }[] => {
  const { study, dayZero } = followed;
  let before = dayZero;
  return study.definition.visits
    .filter((visit) => visit.day > 0)
    .toSorted((a, b) => a.day - b.day)
    .map((visit) => {
      before = Math.max(before + 1, dayZero + visit.day + awayOf(followed, visit.id));
      return { visit, day: before };
    });
};

/** What happens at each visit after day 0, and on the day after it what was prescribed there. */
export const visitAppointments = (followed: Followed, home: HomeMedicine): readonly Appointment[] => {
  const { person, dayZero, clerk, course } = followed;
  const silentFrom = dayOfSilence(followed);
  const visits = daysOfVisits(followed);
  return visits.flatMap(({ visit, day }, index) => {
    const isLast = index === visits.length - 1;
    const missed = !isLast && isMissed(followed, visit.id);
    const happen = (): void => {
      if (hasLeft(clerk)) return;
      if (silentFrom !== undefined && day >= dayZero + silentFrom) missSilently(followed, visit.id, day);
      else if (missed) {
        clerk.act({ type: 'miss visit', visit: visit.id }, day);
        missDoseOfVisit(followed, visit.id, day, 'visit missed');
      } else visitOn(followed, home, visit, day);
    };
    const isHeld = (): boolean => !hasLeft(clerk) && clerk.state().visits.get(visit.id)?.on !== undefined;
    const next = (): void => {
      if (isHeld()) taper(clerk, course, visit.day / 7, day + 1);
    };
    const later = (): void => {
      if (isHeld()) correctSlip(followed, visit.id, day + 3);
    };
    return [
      { day, person: person.id, happen },
      { day: day + 1, person: person.id, happen: next },
      { day: day + 3, person: person.id, happen: later },
    ];
  });
};
