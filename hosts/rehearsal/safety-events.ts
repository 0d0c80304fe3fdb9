import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import type { Followed } from './followed.ts';

const daysOfYear = 365.25;

interface DrawnEvent {
  readonly day: Day;
  readonly entry: Omit<HistoryEntry, 'start' | 'end'>;
  readonly days: number;
}

/** Events of one kind at a rate a year, as a Poisson process over so many days. */
const drawEvents = (followed: Followed, concept: string, yearly: number, span: number): readonly DrawnEvent[] => {
  const { person, scenario } = followed;
  const draws = person.draws(`events ${concept}`);
  const found: DrawnEvent[] = [];
  for (let day = 0; yearly > 0; ) {
    day += (-Math.log(1 - draws.uniform()) / yearly) * daysOfYear;
    if (day >= span) return found;
    const isSerious = draws.chance(scenario.assumed('serious'));
    const attributes = {
      serious: isSerious,
      related: draws.chance(scenario.assumed('related')),
      fatal: false,
      'life-threatening': false,
      'grade-3-or-worse': isSerious || draws.chance(scenario.assumed('severe')),
    };
    const days = draws.between(1, scenario.assumed('days of an event'));
    found.push({ day: 1 + Math.floor(day), entry: { source: 'adverse event', concept, attributes }, days });
  }
  return found;
};

/** Adverse events beside reactions to infusions: each is recorded on its day, and its end when it is over. */
export const eventAppointments = (followed: Followed, span: number): readonly Appointment[] => {
  const { clerk, person, scenario, dayZero } = followed;
  const others = Math.max(0, scenario.assumed('adverse events yearly') - scenario.assumed('infections yearly'));
  const events = [
    ...drawEvents(followed, 'adverse-event', others, span),
    ...drawEvents(followed, 'infection-event', scenario.assumed('infections yearly'), span),
  ];
  return events.map(({ day, entry, days }) => {
    const on = dayZero + day + days;
    const happen = (): void => {
      if (hasLeft(clerk)) return;
      const record = { ...entry, start: writeDay(dayZero + day), end: writeDay(on) };
      clerk.act({ type: 'record history', records: [record] }, on);
    };
    return { day: on, person: person.id, happen };
  });
};
