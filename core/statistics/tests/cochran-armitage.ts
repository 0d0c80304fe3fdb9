import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';

interface ChiSquarePart {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface CochranArmitage {
  readonly method: 'cochran-armitage/1';
  readonly trend: ChiSquarePart & { readonly direction: 'rising' | 'falling' | 'none' };
  /** Pearson's test of any difference between the groups, of which the trend is a part. */
  readonly anyDifference: ChiSquarePart;
  readonly conventions: { readonly scores: readonly number[]; readonly variance: 'binomial, N' };
}

export type TrendProblem =
  | CountsProblem
  | 'fewer than two groups'
  | 'not one score for each group'
  | 'all scores equal'
  | 'nobody or everybody had the event';

const refuseTrend = (groups: readonly Counts[], scores: readonly number[]): NotEstimable<TrendProblem> | undefined => {
  const refusal = refuseCounts(groups);
  if (refusal !== undefined) return refusal;
  if (groups.length < 2) return { notEstimable: 'fewer than two groups' };
  if (scores.length !== groups.length || !scores.every(Number.isFinite)) {
    return { notEstimable: 'not one score for each group' };
  }
  return scores.every((score) => score === scores[0]) ? { notEstimable: 'all scores equal' } : undefined;
};

const part = (statistic: number, degreesOfFreedom: number): ChiSquarePart => ({
  statistic,
  degreesOfFreedom,
  p: chiSquareUpperTail(statistic, degreesOfFreedom),
});

/**
 * Test of a trend of proportions over ordered groups with scores (`cochran1954`, `armitage1955`), by default 1, 2, 3 …,
 * two-sided as a chi-square of 1 degree of freedom, and beside it Pearson's test of any difference. Without continuity
 * correction. The variance has N, not N − 1. Against R's prop.trend.test and chisq.test to 1e-12
 * (`evidence/oracles/cochran-armitage`). Refuses counts that are no counts, fewer than two groups, scores that are no order, and
 * groups in which nobody or everybody had the event.
 */
export const testCochranArmitage = (
  groups: readonly Counts[],
  scores: readonly number[] = groups.map((_, index) => index + 1),
): CochranArmitage | NotEstimable<TrendProblem> => {
  const refusal = refuseTrend(groups, scores);
  if (refusal !== undefined) return refusal;
  const total = (term: (group: Counts, score: number) => number): number =>
    groups.reduce((sum, group, index) => sum + term(group, scores[index] ?? 0), 0);
  const all = total(({ of }) => of);
  const rate = total(({ events }) => events) / all;
  const spread = rate * (1 - rate);
  if (spread === 0) return { notEstimable: 'nobody or everybody had the event' };
  const centre = total(({ of }, score) => of * score) / all;
  const slope = total(({ events, of }, score) => (score - centre) * (events - of * rate));
  const width = total(({ of }, score) => of * (score - centre) ** 2);
  const distances = total(({ events, of }) => (events - of * rate) ** 2 / of);
  const direction = Math.abs(slope) < 1e-12 * all ? 'none' : slope > 0 ? 'rising' : 'falling';
  return {
    method: 'cochran-armitage/1',
    trend: { ...part(slope ** 2 / (spread * width), 1), direction },
    anyDifference: part(distances / spread, groups.length - 1),
    conventions: { scores, variance: 'binomial, N' },
  };
};
