import type { Day } from '#core/quantities/civil-date.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import { drawCourse } from './disease-course.ts';
import { doseAppointments } from './doses.ts';
import type { Followed } from './followed.ts';
import { homeMedicine } from './home-medicine.ts';
import { eventAppointments } from './safety-events.ts';
import type { Screening } from './screening.ts';
import type { VisitForms } from './visit-forms.ts';
import { visitAppointments } from './visits.ts';

const daysOfYear = 365.25;

/** The day after day 0 on which something happens whose rate a year is known; undefined when not within the span. */
const dayOf = ({ person }: Followed, purpose: string, yearly: number, last: Day): Day | undefined => {
  const draws = person.draws(purpose);
  const day = 1 + Math.floor((-Math.log(1 - draws.uniform()) / Math.max(yearly, 1e-12)) * daysOfYear);
  return day < last ? day : undefined;
};

const fatal = { serious: true, related: false, fatal: true, 'life-threatening': true, 'grade-3-or-worse': true };

/** A death is an adverse event too. */
const die = ({ clerk }: Followed, day: Day): void => {
  const on = writeDay(day);
  const event = { source: 'adverse event', concept: 'adverse-event', start: on, end: on, attributes: fatal } as const;
  clerk.act({ type: 'record history', records: [event] }, day);
  clerk.act({ type: 'end participation', on, how: 'died' }, day);
};

/** Leaving, dying and stopping the treatment, each on a day of its own. */
const changeAppointments = (followed: Followed, last: Day): readonly Appointment[] => {
  const { clerk, person, scenario, dayZero } = followed;
  const at = (day: Day | undefined, happen: (on: Day) => void): readonly Appointment[] =>
    day === undefined
      ? []
      : [{ day: dayZero + day, person: person.id, happen: () => (hasLeft(clerk) ? undefined : happen(dayZero + day)) }];
  const how = person.draws('leaves how').chance(scenario.assumed('lost among leavers'))
    ? 'lost to follow-up'
    : 'withdrawn';
  return [
    ...at(dayOf(followed, 'stops treatment', scenario.assumed('stops treatment yearly'), last), (day) => {
      const { discontinued, doses, dispensed } = clerk.state();
      if (discontinued !== undefined || doses.length + dispensed.length === 0) return;
      clerk.act({ type: 'discontinue treatment', on: writeDay(day), why: 'participant prefers to stop' }, day);
    }),
    ...at(dayOf(followed, 'leaves', scenario.assumed('leaves yearly'), last), (day) =>
      clerk.act({ type: 'end participation', on: writeDay(day), how }, day),
    ),
    ...at(dayOf(followed, 'dies', scenario.assumed('dies yearly'), last), (day) => die(followed, day)),
  ];
};

/** Everything that lies before a person who was allocated on `dayZero`: doses, visits, events, leaving or completing. */
export const followUp = (
  begun: Screening & { readonly forms: VisitForms; readonly dayZero: Day },
): readonly Appointment[] => {
  const course = drawCourse(begun.person, begun.clerk.state().arm, begun.scenario);
  const followed: Followed = { ...begun, course };
  const { clerk, person, dayZero } = followed;
  const home = homeMedicine(followed);
  const visits = visitAppointments(followed, home);
  const last = Math.max(dayZero, ...visits.map((visit) => visit.day));
  const complete: Appointment = {
    day: last + 1,
    person: person.id,
    happen: () =>
      hasLeft(clerk)
        ? undefined
        : clerk.act({ type: 'end participation', on: writeDay(last + 1), how: 'completed' }, last + 1),
  };
  home.handOut(followed.study.definition.visits.find(({ day }) => day === 0)?.id ?? '', dayZero);
  return [
    ...doseAppointments(followed),
    ...visits,
    ...eventAppointments(followed, last - dayZero),
    ...changeAppointments(followed, last - dayZero),
    complete,
  ];
};
