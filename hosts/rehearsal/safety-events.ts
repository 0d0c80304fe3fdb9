import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import type { Followed } from './followed.ts';
import { followUpEnd, reportEvents } from './safety-reports.ts';

const daysOfYear = 365.25;

interface DrawnEvent {
  readonly day: Day;
  readonly entry: Omit<HistoryEntry, 'start' | 'end'>;
  readonly days: number;
}

/** Events of one kind at a rate a year, as a Poisson process over so many days. */
const drawEvents = (followed: Followed, concept: string, yearly: number, span: number): readonly DrawnEvent[] => {
  const { person, scenario, dayZero } = followed;
  const draws = person.draws(`events ${concept}`);
  const found: DrawnEvent[] = [];
  for (let day = 0; yearly > 0; ) {
    day += (-Math.log(1 - draws.uniform()) / yearly) * daysOfYear;
    if (day >= span) return found;
    const isSerious = draws.chance(scenario.assumed('serious'));
    const begins = 1 + Math.floor(day);
    const danger = person.draws(`danger of ${concept} ${writeDay(dayZero + begins)}`);
    const attributes = {
      serious: isSerious,
      related: draws.chance(scenario.assumed('related')),
      fatal: false,
      'life-threatening': isSerious && danger.chance(scenario.assumed('life-threatening')),
      'grade-3-or-worse': isSerious || draws.chance(scenario.assumed('severe')),
    };
    const days = draws.between(1, scenario.assumed('days of an event'));
    found.push({ day: begins, entry: { source: 'adverse event', concept, attributes }, days });
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
  return events.flatMap(({ day, entry, days }) => {
    const [begins, ends] = [dayZero + day, dayZero + day + days];
    const start = writeDay(begins);
    // Told on the day on which it begins, and its end when it is over.
    const tell = (): void => {
      if (hasLeft(clerk)) return;
      clerk.act({ type: 'record history', records: [{ ...entry, start, end: 'ongoing' }] }, begins);
      reportEvents(followed, begins);
    };
    const end = (): void => {
      const told = clerk
        .state()
        .history.find((each) => each.concept === entry.concept && each.start === start && each.end === 'ongoing');
      if (hasLeft(clerk) || told === undefined) return;
      clerk.act({ type: 'end course', record: told.record, end: writeDay(ends) }, ends);
      followUpEnd(followed, told, ends);
    };
    return [
      { day: begins, person: person.id, happen: tell },
      { day: ends, person: person.id, happen: end },
    ];
  });
};
