import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { refuseValues, type ValuesProblem } from '../values.ts';
import { midranksOf, tieSum } from './midranks.ts';
import { sumOfChosen, twoSidedChance } from './shift-algorithm.ts';

export interface RankSum {
  readonly method: 'rank-sum/1';
  /** Pairs in which the value of arm 1 is the larger, ties counting half (Mann and Whitney). */
  readonly u: number;
  /** u over the number of pairs: the chance that a participant of arm 1 has the larger value. */
  readonly probabilityOfLarger: number;
  /** Absent above `mostExact` participants in an arm. */
  readonly exactTwoSided?: number;
  readonly asymptoticTwoSided: number;
  readonly asymptoticCorrectedTwoSided: number;
  readonly conventions: {
    readonly ties: 'mean ranks';
    readonly exact: 'shift algorithm; sums as far from the mean on both sides';
    readonly asymptotic: 'variance corrected for ties';
  };
}

/** Above this the exact distribution takes noticeably long, and the normal one agrees with it. */
export const mostExact = 100;

const exactChance = (ranks: readonly number[], n1: number, sum1: number): number => {
  // Doubled, mean ranks are whole numbers.
  const scores = ranks.map((rank) => Math.round(2 * rank));
  return twoSidedChance(sumOfChosen(scores, n1), Math.round(2 * sum1), n1 * (ranks.length + 1));
};

/**
 * Wilcoxon's rank sum test of two independent samples (`wilcoxon1945`, `mann1947`), exact also with ties by the shift
 * algorithm (`streitberg1986`), and by the normal distribution without and with continuity correction. Of the order of the
 * values alone; values that differ by rounding only are ties. Against R's exact permutation distribution and wilcox.test to
 * 1e-9 (public oracle `wilcoxon`; `evidence/oracles/rank-tests`). Refuses an empty arm and values that are all alike.
 */
export const testRankSum = (
  arm1: readonly number[],
  arm0: readonly number[],
): RankSum | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([arm1, arm0], 1);
  if (refusal !== undefined) return refusal;
  const all = [...arm1, ...arm0];
  const [n1, n0, n] = [arm1.length, arm0.length, all.length];
  const ranks = midranksOf(all);
  const sum1 = ranks.slice(0, n1).reduce((sum, rank) => sum + rank, 0);
  const u = sum1 - (n1 * (n1 + 1)) / 2;
  const variance = ((n1 * n0) / 12) * (n + 1 - tieSum(all) / (n * (n - 1)));
  if (!(variance > 1e-9)) return { notEstimable: 'no variation' };
  const distance = Math.abs(u - (n1 * n0) / 2);
  return {
    method: 'rank-sum/1',
    u,
    probabilityOfLarger: u / (n1 * n0),
    ...(Math.max(n1, n0) <= mostExact && { exactTwoSided: exactChance(ranks, n1, sum1) }),
    asymptoticTwoSided: normalTwoSided(distance / Math.sqrt(variance)),
    asymptoticCorrectedTwoSided: normalTwoSided(Math.max(0, distance - 0.5) / Math.sqrt(variance)),
    conventions: {
      ties: 'mean ranks',
      exact: 'shift algorithm; sums as far from the mean on both sides',
      asymptotic: 'variance corrected for ties',
    },
  };
};
