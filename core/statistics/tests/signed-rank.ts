import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { refuseValues, type ValuesProblem } from '../values.ts';
import { midranksOf, tieSum } from './midranks.ts';
import { mostExact } from './rank-sum.ts';
import { sumOfSigned, twoSidedChance } from './shift-algorithm.ts';

export interface SignedRank {
  readonly method: 'signed-rank/1';
  /** Sum of the ranks of the positive changes. */
  readonly v: number;
  /** Changes of zero, left out. */
  readonly zeros: number;
  /** Absent with more than `mostExact` changes. */
  readonly exactTwoSided?: number;
  readonly asymptoticTwoSided: number;
  readonly asymptoticCorrectedTwoSided: number;
  readonly conventions: {
    readonly zeros: 'left out (Wilcoxon)';
    readonly ties: 'mean ranks';
    readonly exact: 'shift algorithm; sums as far from the mean on both sides';
  };
}

/**
 * Wilcoxon's signed rank test of changes within participants against zero (`wilcoxon1945`), exact also with ties by the
 * shift algorithm (`streitberg1986`); changes of zero are left out. Against R's exactRankTests and wilcox.test to 1e-9
 * (public oracle `signed_rank`; `evidence/oracles/rank-tests`). Refuses when nobody changed.
 */
export const testSignedRank = (changes: readonly number[]): SignedRank | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([changes], 1);
  if (refusal !== undefined) return refusal;
  // What is left of a subtraction by rounding is no change.
  const largest = changes.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
  const moved = changes.filter((change) => Math.abs(change) > 1e-9 * largest);
  if (moved.length === 0) return { notEstimable: 'no variation' };
  const sizes = moved.map(Math.abs);
  const ranks = midranksOf(sizes);
  const v = ranks.reduce((sum, rank, i) => sum + ((moved[i] ?? 0) > 0 ? rank : 0), 0);
  const n = moved.length;
  const middle = (n * (n + 1)) / 4;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum(sizes) / 48);
  const distance = Math.abs(v - middle);
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  return {
    method: 'signed-rank/1',
    v,
    zeros: changes.length - n,
    ...(n <= mostExact && { exactTwoSided: twoSidedChance(sumOfSigned(doubled), 2 * v, 2 * middle) }),
    asymptoticTwoSided: normalTwoSided(distance / deviation),
    asymptoticCorrectedTwoSided: normalTwoSided(Math.max(0, distance - 0.5) / deviation),
    conventions: {
      zeros: 'left out (Wilcoxon)',
      ties: 'mean ranks',
      exact: 'shift algorithm; sums as far from the mean on both sides',
    },
  };
};
