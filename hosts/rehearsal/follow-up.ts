import { windowOf } from '#core/conduct/decide-screening.ts';
import { plannedDoses } from '#core/conduct/dose-plan.ts';
import type { StandingRecord } from '#core/conduct/participant.ts';
import { type Day, readDay, writeDay } from '#core/quantities/civil-date.ts';
import { openStream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { Clerk } from './desk-clerk.ts';
import type { DiseaseCourse } from './disease-course.ts';
import { signHistories } from './screening.ts';
import type { VirtualPerson } from './virtual-person.ts';

/** Something that happens to one person on a day. */
export interface Appointment {
  readonly day: Day;
  readonly person: string;
  readonly happen: () => void;
}

interface Followed {
  readonly clerk: Clerk;
  readonly person: VirtualPerson;
  readonly course: DiseaseCourse;
  readonly study: Study;
  readonly dayZero: Day;
}

const hasLeft = (clerk: Clerk): boolean => clerk.state().ended !== undefined;

const doseAppointments = ({ clerk, person, study, dayZero }: Followed): readonly Appointment[] => {
  const arm = study.definition.arms.find((each) => each.id === clerk.state().arm);
  return (arm?.doses ?? []).flatMap(plannedDoses).map(({ dose, number, day }) => ({
    day: dayZero + day,
    person: person.id,
    happen: () => {
      if (hasLeft(clerk) || clerk.state().discontinued !== undefined) return;
      clerk.act({ type: 'give dose', dose, number, on: writeDay(dayZero + day) }, dayZero + day);
    },
  }));
};

const currentSteroid = (clerk: Clerk): StandingRecord | undefined =>
  clerk.state().history.findLast((entry) => entry.concept === 'prednisone' && entry.end === 'ongoing');

/** The dose that the visit prescribes from the next day on. */
const taper = (clerk: Clerk, milligrams: number, day: Day): void => {
  const current = currentSteroid(clerk);
  if (current === undefined || current.dose?.amount === String(milligrams)) return;
  clerk.act({ type: 'end course', record: current.record, end: writeDay(day) }, day);
  const dose = { amount: String(milligrams), unit: 'mg', everyDays: 1, timesADay: 1 };
  clerk.act(
    {
      type: 'record history',
      records: [
        { source: 'medication', concept: 'prednisone', start: writeDay(day), end: 'ongoing', dose, kind: 'taper' },
      ],
    },
    day,
  );
};

const jitter = (secret: Uint8Array, person: string, visit: string): number =>
  openStream(secret, 'jitter', person, visit).integer(5) - 2;

const visitOn = (followed: Followed, visit: string, day: Day): void => {
  const { clerk, person, course, dayZero } = followed;
  if (hasLeft(clerk)) return;
  if (course.misses(visit)) {
    clerk.act({ type: 'miss visit', visit }, day);
    return;
  }
  const week = Math.round((day - dayZero) / 7);
  clerk.act({ type: 'hold visit', visit, on: writeDay(day) }, day);
  clerk.fillForms({ person, course, visit, week }, day);
  clerk.judge(visit, day, () => 'no');
  signHistories(clerk, day);
  clerk.act({ type: 'complete history', source: 'adverse event', through: writeDay(day) }, day);
};

const visitAppointments = (followed: Followed, secret: Uint8Array): readonly Appointment[] => {
  const { study, person, dayZero, clerk, course } = followed;
  const visits = study.definition.visits.filter((visit) => visit.day > 0);
  return visits.flatMap((visit) => {
    const planned = readDay(windowOf(study, visit.id, writeDay(dayZero))?.planned ?? '') ?? dayZero + visit.day;
    const day = Math.max(dayZero + 1, planned + jitter(secret, person.id, visit.id));
    const held = { day, person: person.id, happen: () => visitOn(followed, visit.id, day) };
    const next = {
      day: day + 1,
      person: person.id,
      happen: () => (hasLeft(clerk) ? undefined : taper(clerk, course.prednisoneAt(visit.day / 7), day + 1)),
    };
    return [held, next];
  });
};

const eventAppointments = ({ clerk, person, course, dayZero }: Followed): readonly Appointment[] =>
  course.adverseEvents.map(({ day, serious }) => ({
    day: dayZero + day,
    person: person.id,
    happen: () => {
      if (hasLeft(clerk)) return;
      const attributes = { serious, related: false, expected: true };
      const start = writeDay(dayZero + day);
      clerk.act(
        { type: 'record history', records: [{ source: 'adverse event', concept: 'adverse-event', start, attributes }] },
        dayZero + day,
      );
    },
  }));

const changeAppointments = ({ clerk, person, course, dayZero }: Followed): readonly Appointment[] => {
  const at = (week: number | undefined, happen: (day: Day) => void): readonly Appointment[] => {
    if (week === undefined) return [];
    const day = dayZero + week * 7 + 1;
    return [{ day, person: person.id, happen: () => (hasLeft(clerk) ? undefined : happen(day)) }];
  };
  return [
    ...at(course.stopsTreatmentInWeek, (day) =>
      clerk.act({ type: 'discontinue treatment', on: writeDay(day), why: 'participant prefers to stop' }, day),
    ),
    ...at(course.leavesInWeek, (day) =>
      clerk.act({ type: 'end participation', on: writeDay(day), how: course.leavesAs }, day),
    ),
  ];
};

/** Everything that lies before a person who was randomised on `dayZero`: doses, visits, events, leaving or completing. */
export const followUp = (followed: Followed, secret: Uint8Array): readonly Appointment[] => {
  const visits = visitAppointments(followed, secret);
  const last = Math.max(followed.dayZero, ...visits.map((visit) => visit.day));
  const complete: Appointment = {
    day: last + 1,
    person: followed.person.id,
    happen: () =>
      hasLeft(followed.clerk)
        ? undefined
        : followed.clerk.act({ type: 'end participation', on: writeDay(last + 1), how: 'completed' }, last + 1),
  };
  return [
    ...doseAppointments(followed),
    ...visits,
    ...eventAppointments(followed),
    ...changeAppointments(followed),
    complete,
  ];
};
