import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';

/** What a rehearsal needs and this study or start has not: why, and what to do about it. */
export interface NotRehearsed {
  readonly why: string;
  readonly todo: string;
}

/** Virtual people come to these two visits before they are treated. */
const neededVisits = ['screening', 'baseline'] as const;

const [firstYear, lastYear] = ['1900', '2199'];

/** Whether virtual people can go through a study from this first day; undefined when nothing is in the way. */
export const whyNotRehearsed = (study: Study, start: string): NotRehearsed | undefined => {
  const year = start.slice(0, 4);
  if (readDay(start) === undefined || year < firstYear || year > lastYear)
    return {
      why: `--start ${start} is no day`,
      todo: `Write a day from ${firstYear} to ${lastYear}, such as 2026-01-05.`,
    };
  const { visits, design } = study.definition;
  const missing = neededVisits.filter((needed) => !visits.some(({ id }) => id === needed));
  if (missing.length > 0)
    return {
      why: `virtual people come to ${neededVisits.join(' and ')}; this study has no visit ${missing.join(', ')}`,
      todo: 'Name these visits so in the study file.',
    };
  if (design.masking !== 'open')
    return { why: 'a masked study cannot be rehearsed yet', todo: 'Rehearse it with masking: open.' };
  return undefined;
};
