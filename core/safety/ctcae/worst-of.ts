import type { Status } from '#core/measures/measured.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Grade } from './grade.ts';

/** One criterion of a scale: who meets it has at least this grade. */
export interface GradeCriterion {
  readonly grade: Grade;
  readonly holds: Truth;
}

const ascending = (grades: readonly Grade[]): readonly Grade[] => [...new Set(grades)].sort((a, b) => a - b);

/**
 * The grades that are possible when the worst criterion counts: the highest that certainly holds (or `least`, where none
 * does), and every higher one that is unknown.
 */
export const worstOf = (criteria: readonly GradeCriterion[], least: Grade): readonly Grade[] => {
  const certain = criteria.filter(({ holds }) => holds === 'true').map(({ grade }) => grade);
  const highest = ascending([least, ...certain]).at(-1) ?? least;
  const open = criteria.filter(({ holds, grade }) => holds === 'unknown' && grade > highest).map(({ grade }) => grade);
  return ascending([highest, ...open]);
};

/** What is possible in one case or another. */
export const eitherOf = (cases: readonly (readonly Grade[])[]): readonly Grade[] => ascending(cases.flat());

/** `ok` for one grade, `not evaluable` where nothing is excluded of what the scale could give. */
export const statusOf = (possible: readonly Grade[], reachable: readonly Grade[]): Status => {
  if (possible.length === 1) return 'ok';
  return reachable.every((grade) => possible.includes(grade)) ? 'not evaluable' : 'partial';
};
