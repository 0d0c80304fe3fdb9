import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from './counts.ts';

/** The two arms within one stratum; an arm may be empty there. */
export interface Stratum {
  readonly arm1: Counts;
  readonly arm0: Counts;
}

/** Why strata give no common number. */
export type StratifiedProblem = CountsProblem | 'no stratum with both arms';

export interface UsableStrata {
  readonly used: readonly Stratum[];
  /** Positions, from 0, of the strata with an empty arm: they say nothing about a difference between arms. */
  readonly dropped: readonly number[];
}

const isEmpty = ({ events, of }: Counts): boolean => events === 0 && of === 0;
const hasEmptyArm = ({ arm1, arm0 }: Stratum): boolean => isEmpty(arm1) || isEmpty(arm0);

/**
 * The strata with participants in both arms, and which were left out, for a report to name. Every method for strata
 * begins here. Refuses counts that are no counts, a confidence outside 0 … 1, and strata of which none has both arms.
 */
export const usableStrata = (
  strata: readonly Stratum[],
  confidence = 0.95,
): UsableStrata | NotEstimable<StratifiedProblem> => {
  const filled = strata.flatMap(({ arm1, arm0 }) => [arm1, arm0]).filter((arm) => !isEmpty(arm));
  const refusal = refuseCounts(filled, confidence);
  if (refusal !== undefined) return refusal;
  const used = strata.filter((stratum) => !hasEmptyArm(stratum));
  const dropped = strata.flatMap((stratum, index) => (hasEmptyArm(stratum) ? [index] : []));
  return used.length === 0 ? { notEstimable: 'no stratum with both arms' } : { used, dropped };
};

/** Mantel and Haenszel's weight of a stratum for differences, n1·n0 / N (`mantel1959`). */
export const mantelHaenszelWeight = ({ arm1, arm0 }: Stratum): number => (arm1.of * arm0.of) / (arm1.of + arm0.of);
