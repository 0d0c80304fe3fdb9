import type { StudyDefinition } from './schema.ts';
import type { DoseDefinition } from './schema-arms.ts';

/** How many administrations lie between the first and the last day, both included. */
const timesUntil = (last: number, first: number, every: number): number => Math.floor((last - first) / every) + 1;

/** The days of one cycle, ascending. */
export const cycleDays = (dose: DoseDefinition): readonly number[] => {
  const named = dose['on days'];
  if (named !== undefined) return named;
  const { 'first day': first = 0, 'last day': last, 'every days': every = 1, times = 1 } = dose;
  const length = last === undefined ? times : timesUntil(last, first, every);
  return Array.from({ length: Math.max(0, length) }, (_, index) => first + index * every);
};

/**
 * The days of all administrations of a dose, counted from day 0 and in order: a day stands as often as the dose is
 * given on it. 0.75 g twice a day from day 0 to day 167 has 336.
 */
export const doseDays = (dose: DoseDefinition): readonly number[] => {
  const within = cycleDays(dose).flatMap((day) => Array.from({ length: dose['per day'] ?? 1 }, () => day));
  const cycles = Array.from({ length: dose.cycles ?? 1 }, (_, cycle) => cycle * (dose['cycle days'] ?? 0));
  return cycles.flatMap((start) => within.map((day) => start + day));
};

/** As a dose says it instead of naming one visit. */
export const eachVisit = 'each visit';

/**
 * The visit whose weight counts for an administration on a day: the one that is named, or with "each visit" the one
 * that is planned on that day. Undefined where the dose goes by no weight, or no visit is planned on its day.
 */
export const weightVisit = (
  dose: DoseDefinition,
  day: number,
  visits: StudyDefinition['visits'],
): string | undefined => {
  const named = dose['weight at'];
  return named === eachVisit ? visits.find((visit) => visit.day === day)?.id : named;
};
