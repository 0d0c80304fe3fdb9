import type { Day } from '#core/quantities/civil-date.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import { bedsideAppointments } from './bedside.ts';
import { changeAppointments } from './changes.ts';
import { drawCourse } from './disease-course.ts';
import { doseAppointments } from './doses.ts';
import type { Followed } from './followed.ts';
import { homeMedicine } from './home-medicine.ts';
import { pregnancyAppointments } from './pregnancies.ts';
import { casebookReview, visitReview } from './review.ts';
import { eventAppointments } from './safety-events.ts';
import { safetyRounds } from './safety-reports.ts';
import type { Screening } from './screening.ts';
import type { VisitForms } from './visit-forms.ts';
import { daysOfVisits, visitAppointments } from './visits.ts';

/** Everything that lies before a person who was allocated on `dayZero`: doses, visits, events, leaving or completing. */
export const followUp = (
  begun: Screening & { readonly forms: VisitForms; readonly dayZero: Day },
): readonly Appointment[] => {
  const course = drawCourse(begun.person, begun.clerk.state().arm, begun.scenario);
  const followed: Followed = { ...begun, course };
  const { clerk, person, dayZero, study } = followed;
  const home = homeMedicine(followed);
  const visits = visitAppointments(followed, home);
  const doses = doseAppointments(followed);
  const last = Math.max(dayZero, ...visits.map((visit) => visit.day));
  const complete: Appointment = {
    day: last + 1,
    person: person.id,
    happen: () =>
      hasLeft(clerk)
        ? undefined
        : clerk.act({ type: 'end participation', on: writeDay(last + 1), how: 'completed' }, last + 1),
  };
  home.handOut(study.definition.visits.find(({ day }) => day === 0)?.id ?? '', dayZero);
  return [
    // On one day the visit comes before the dose: what is found there may forbid it.
    ...visits,
    ...doses,
    ...bedsideAppointments(followed, [dayZero, ...[...visits, ...doses].map(({ day }) => day)]),
    ...eventAppointments(followed, last - dayZero),
    ...safetyRounds(followed, last),
    ...changeAppointments(followed, last - dayZero),
    ...pregnancyAppointments(followed, last - dayZero),
    complete,
    ...study.definition.visits.filter(({ day }) => day <= 0).flatMap(({ id }) => visitReview(followed, id, dayZero)),
    ...daysOfVisits(followed).flatMap(({ visit, day }) => visitReview(followed, visit.id, day)),
    ...casebookReview(followed, last + 1),
  ];
};
