import type { NotEstimable } from './counts.ts';

/** Why a method of measured values gives no number. */
export type ValuesProblem =
  | 'not a number'
  | 'no participants'
  | 'fewer than two participants'
  | 'no variation'
  | 'confidence not between 0 and 1';

/**
 * The first thing that keeps these groups, at this confidence, from being estimated when each needs at least `least`
 * values. Whether the values vary is for the method to see.
 */
export const refuseValues = (
  groups: readonly (readonly number[])[],
  least: 1 | 2,
  confidence = 0.95,
): NotEstimable<Exclude<ValuesProblem, 'no variation'>> | undefined => {
  if (!groups.flat().every(Number.isFinite)) return { notEstimable: 'not a number' };
  if (groups.some((group) => group.length === 0)) return { notEstimable: 'no participants' };
  if (groups.some((group) => group.length < least)) return { notEstimable: 'fewer than two participants' };
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};
