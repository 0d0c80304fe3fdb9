import { between, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Graded } from './grade.ts';

/** How far a grade moved, as far as it is known: from 2 to 3 is 1, from 3 to 0 is -3. */
export interface ChangeOfGrade {
  readonly from: Graded;
  readonly to: Graded;
  /** Least and greatest change that are possible; both grades are taken as independent. */
  readonly change: Range;
}

export interface IncomparableGrades {
  readonly problem: 'another scale' | 'another version' | 'another term';
}

/**
 * The shift between two grades of one term on one scale.
 *
 * @returns a problem for grades of two scales, versions or terms: they do not count the same
 */
export const changeOfGrade = (before: Graded, now: Graded): ChangeOfGrade | IncomparableGrades => {
  if (before.scale !== now.scale) return { problem: 'another scale' };
  if (before.version !== now.version) return { problem: 'another version' };
  if (before.term !== now.term) return { problem: 'another term' };
  const least = Math.min(...now.possible) - Math.max(...before.possible);
  const most = Math.max(...now.possible) - Math.min(...before.possible);
  return { from: before, to: now, change: between(rational(least), rational(most)) };
};
