import { plannedDoses } from '#core/conduct/dose-plan.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import type { Followed } from './followed.ts';
import { reportEvents } from './safety-reports.ts';

const daysOfYear = 365.25;

/** The day after day 0 on which something happens whose rate a year is known. */
const dayOf = ({ person }: Followed, purpose: string, yearly: number): Day =>
  1 + Math.floor((-Math.log(1 - person.draws(purpose).uniform()) / Math.max(yearly, 1e-12)) * daysOfYear);

const leavesSilently = ({ person, scenario }: Followed): boolean =>
  person.draws('leaves how').chance(scenario.assumed('lost among leavers'));

const dayOfLeaving = (followed: Followed): Day => dayOf(followed, 'leaves', followed.scenario.assumed('leaves yearly'));

/** The day from which somebody comes no more and says nothing; undefined for who does not. */
export const dayOfSilence = (followed: Followed): Day | undefined =>
  leavesSilently(followed) ? dayOfLeaving(followed) : undefined;

const fatal = { serious: true, related: false, fatal: true, 'life-threatening': true, 'grade-3-or-worse': true };

/** A death is an adverse event too. */
const die = (followed: Followed, day: Day): void => {
  const { clerk } = followed;
  const on = writeDay(day);
  const event = { source: 'adverse event', concept: 'adverse-event', start: on, end: on, attributes: fatal } as const;
  clerk.act({ type: 'record history', records: [event] }, day);
  reportEvents(followed, day);
  clerk.act({ type: 'end participation', on, how: 'died' }, day);
};

/** Who has had everything has nothing to stop. */
const hasDosesAhead = ({ study, clerk, dayZero }: Followed, day: Day): boolean =>
  dosesFor(study.definition, clerk.state()).some(({ dose }) =>
    plannedDoses(dose).some((planned) => dayZero + planned.day > day),
  );

const stop = (followed: Followed, day: Day): void => {
  const { clerk } = followed;
  const { discontinued, doses, dispensed } = clerk.state();
  if (discontinued !== undefined || doses.length + dispensed.length === 0 || !hasDosesAhead(followed, day)) return;
  clerk.act({ type: 'discontinue treatment', on: writeDay(day), why: 'participant prefers to stop' }, day);
};

/** Leaving, dying and stopping the treatment, each on a day of its own, as far as it comes before the last. */
export const changeAppointments = (followed: Followed, last: Day): readonly Appointment[] => {
  const { clerk, person, scenario, dayZero } = followed;
  const at = (day: Day, happen: (on: Day) => void): readonly Appointment[] =>
    day >= last
      ? []
      : [{ day: dayZero + day, person: person.id, happen: () => (hasLeft(clerk) ? undefined : happen(dayZero + day)) }];
  const withdraw = (day: Day): void =>
    clerk.act({ type: 'end participation', on: writeDay(day), how: 'withdrawn' }, day);
  return [
    ...at(dayOf(followed, 'stops treatment', scenario.assumed('stops treatment yearly')), (day) => stop(followed, day)),
    ...(leavesSilently(followed) ? [] : at(dayOfLeaving(followed), withdraw)),
    ...at(dayOf(followed, 'dies', scenario.assumed('dies yearly')), (day) => die(followed, day)),
  ];
};
