import type { Day } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { MedicationCourse } from './measure.ts';

/** On how many days: both ends are possible, and equal where the dates are whole. */
export interface DayCount {
  readonly least: number;
  readonly most: number;
}

/** From the first to the last day, both included. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** Days of a course from one day to another that fall into the span, given each `every` days from its start on. */
const daysGiven = (start: Day, end: Day, every: number, { first, last }: DaySpan): number => {
  const [from, to] = [Math.max(start, first), Math.min(end, last)];
  if (to < from) return 0;
  return Math.max(0, Math.floor((to - start) / every) - Math.ceil((from - start) / every) + 1);
};

const everyStart = ({ first, last }: PartialDate): readonly Day[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/**
 * On how many days of a span a course was given: on its first day and then every day, every second day, and so on, to
 * its end, included. One that is ongoing goes on through the span. For a date that is known in part every day that it may
 * be is tried, since a shift by a day may change on which days an alternate-day course falls. A course that cannot have
 * ended after it began has none.
 */
export const administrationDays = (course: MedicationCourse, span: DaySpan): DayCount => {
  const every = course.dose?.everyDays ?? 1;
  const counts = everyStart(course.start).flatMap((start) => {
    if (course.end === 'single') return [daysGiven(start, start, 1, span)];
    if (course.end === 'ongoing') return [daysGiven(start, span.last, every, span)];
    const { first, last } = course.end;
    if (last < start) return [];
    return [Math.max(first, start), last].map((end) => daysGiven(start, end, every, span));
  });
  return counts.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...counts), most: Math.max(...counts) };
};
