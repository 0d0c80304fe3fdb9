import type { StandingRecord } from '#core/conduct/participant.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Clerk } from './desk-clerk.ts';
import type { DiseaseCourse } from './disease-course.ts';

const current = (clerk: Clerk): StandingRecord | undefined =>
  clerk.state().history.findLast((entry) => entry.concept === 'prednisone' && entry.end === 'ongoing');

/** The dose of prednisone that was prescribed at a visit begins: the course before it ends on that day. */
export const taper = (clerk: Clerk, course: DiseaseCourse, weeks: number, day: Day): void => {
  const before = current(clerk);
  if (before?.dose === undefined) return;
  const amount = String(course.prednisoneAfter(firstAmount(clerk) ?? Number(before.dose.amount), weeks));
  if (Number(amount) >= Number(before.dose.amount)) return;
  clerk.act({ type: 'end course', record: before.record, end: writeDay(day - 1) }, day);
  const { attributes } = before;
  const entry = {
    source: 'medication',
    concept: 'prednisone',
    start: writeDay(day),
    end: 'ongoing',
    ...(attributes === undefined ? {} : { attributes }),
    dose: { ...before.dose, amount },
    kind: 'taper',
  } as const;
  clerk.act({ type: 'record history', records: [entry] }, day);
};

/** The dose that was taken on day 0: what a taper is counted from. */
const firstAmount = (clerk: Clerk): number | undefined => {
  const { history, allocated } = clerk.state();
  const zero = allocated?.on ?? '';
  const then = history.find(
    ({ concept, start, end = '' }) => concept === 'prednisone' && start <= zero && (end === 'ongoing' || end >= zero),
  );
  return then?.dose === undefined ? undefined : Number(then.dose.amount);
};
