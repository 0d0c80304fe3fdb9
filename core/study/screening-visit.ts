import type { Study } from './study.ts';

/**
 * The visit at which people are screened, whatever a study calls it: the first day of the schedule.
 * Throws for a schedule without visits, which no study that was read has.
 */
export const screeningVisit = ({ definition }: Study): string => {
  const [first] = definition.visits.toSorted((a, b) => a.day - b.day);
  if (first === undefined) throw new Error('a study without visits');
  return first.id;
};
