import { readDay } from '#core/quantities/civil-date.ts';
import { doseDays, weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';

/** What a rehearsal needs and this study or start has not: why, and what to do about it. */
export interface NotRehearsed {
  readonly why: string;
  readonly todo: string;
}

/** Virtual people come to these two visits before they are treated. */
const neededVisits = ['screening', 'baseline'] as const;

const [firstYear, lastYear] = ['1900', '2199'];

/** Whether a dose goes by a weight that is taken after treatment began: a virtual person may miss that visit. */
const isWeighedLater = (dose: DoseDefinition, visits: Study['definition']['visits']): boolean =>
  doseDays(dose).some((day) => {
    const visit = weightVisit(dose, day, visits);
    return visits.some(({ id, day: planned }) => id === visit && planned > 0);
  });

/** What a definition may say and a rehearsal has not learned. */
const notLearned = ({ definition }: Study): NotRehearsed | undefined => {
  const { design, allocation, arms, visits } = definition;
  const doses = arms.flatMap((arm) => arm.doses);
  if (design.masking !== 'open')
    return { why: 'a masked study cannot be rehearsed yet', todo: 'Rehearse it with masking: open.' };
  if (allocation.method !== 'permuted blocks')
    return {
      why: `a study whose allocation is ${allocation.method} cannot be rehearsed yet`,
      todo: 'Rehearse it with two arms and method: permuted blocks.',
    };
  if (allocation.strata !== undefined || allocation['by site'] === true)
    return { why: 'a stratified study cannot be rehearsed yet', todo: 'Rehearse it without strata and by site.' };
  if (doses.some((dose) => dose['self administered'] === true))
    return {
      why: 'doses that participants take at home cannot be rehearsed yet',
      todo: 'Rehearse it without self administered.',
    };
  if (doses.some((dose) => isWeighedLater(dose, visits)))
    return {
      why: 'doses by the weight of a later visit cannot be rehearsed yet',
      todo: 'Rehearse it with weight at: baseline.',
    };
  return undefined;
};

/** Whether virtual people can go through a study from this first day; undefined when nothing is in the way. */
export const whyNotRehearsed = (study: Study, start: string): NotRehearsed | undefined => {
  const year = start.slice(0, 4);
  if (readDay(start) === undefined || year < firstYear || year > lastYear)
    return {
      why: `--start ${start} is no day`,
      todo: `Write a day from ${firstYear} to ${lastYear}, such as 2026-01-05.`,
    };
  const { visits } = study.definition;
  const missing = neededVisits.filter((needed) => !visits.some(({ id }) => id === needed));
  if (missing.length > 0)
    return {
      why: `virtual people come to ${neededVisits.join(' and ')}; this study has no visit ${missing.join(', ')}`,
      todo: 'Name these visits so in the study file.',
    };
  return notLearned(study);
};
