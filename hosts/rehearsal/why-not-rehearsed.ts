import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';

/** What a rehearsal needs and this study or start has not: why, and what to do about it. */
export interface NotRehearsed {
  readonly why: string;
  readonly todo: string;
}

const [firstYear, lastYear] = ['1900', '2199'];

/** Whether virtual people can go through a study from this first day; undefined when nothing is in the way. */
export const whyNotRehearsed = (study: Study, start: string): NotRehearsed | undefined => {
  const year = start.slice(0, 4);
  if (readDay(start) === undefined || year < firstYear || year > lastYear)
    return {
      why: `--start ${start} is no day`,
      todo: `Write a day from ${firstYear} to ${lastYear}, such as 2026-01-05.`,
    };
  if (study.definition.visits.some(({ day }) => day === 0)) return undefined;
  return {
    why: 'virtual people are allocated at the visit of day 0; this study has no visit with day: 0',
    todo: 'Give one visit of the study file day: 0.',
  };
};
