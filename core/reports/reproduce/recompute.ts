import type { Counts, NotEstimable } from '#core/statistics/counts.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { computeConditionalOddsRatio } from '#core/statistics/intervals/conditional-odds-ratio.ts';
import { computeLogWaldRiskRatio, computeOddsRatio } from '#core/statistics/intervals/log-wald-ratio.ts';
import { computeMantelHaenszelOddsRatio } from '#core/statistics/intervals/mantel-haenszel-ratio.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { computeNewcombe } from '#core/statistics/intervals/newcombe.ts';
import { computeRiskRatio } from '#core/statistics/intervals/risk-ratio.ts';
import { computeWaldDifference } from '#core/statistics/intervals/wald-difference.ts';
import { computeWilson } from '#core/statistics/intervals/wilson.ts';
import type { Stratum } from '#core/statistics/strata.ts';
import { testChiSquare } from '#core/statistics/tests/chi-square-2x2.ts';
import { testCochranMantelHaenszel } from '#core/statistics/tests/cochran-mantel-haenszel.ts';
import { testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import { testBoschloo } from '#core/statistics/tests/unconditional-exact.ts';

/** A number, with its interval where the method gives one, by one method. */
export interface Recomputed {
  readonly by: string;
  readonly value: number;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

interface Interval {
  readonly estimate: number | 'unbounded';
  readonly lower: number;
  readonly upper: number | 'unbounded';
}

const ofInterval = (by: string, found: Interval | NotEstimable<string>, times = 1): readonly Recomputed[] => {
  if ('notEstimable' in found || found.estimate === 'unbounded') return [];
  const upper = found.upper === 'unbounded' ? undefined : found.upper * times;
  return [{ by, value: found.estimate * times, lower: found.lower * times, upper }];
};

const ofP = (by: string, found: { readonly p: number } | { readonly twoSided: number } | NotEstimable<string>) => {
  if ('notEstimable' in found) return [];
  return [{ by, value: 'p' in found ? found.p : found.twoSided, lower: undefined, upper: undefined }];
};

/** Intervals of a share, in percent. */
export const recomputeProportion = (counts: Counts): readonly Recomputed[] => [
  ...ofInterval('Clopper–Pearson', computeClopperPearson(counts), 100),
  ...ofInterval('Wilson', computeWilson(counts), 100),
];

/** Two-sided p values of two groups. */
export const recomputeP = (first: Counts, second: Counts): readonly Recomputed[] => [
  ...ofP('Fisher exact', testFisherExact(first, second)),
  ...ofP('chi-square', testChiSquare(first, second)),
  ...ofP('chi-square with continuity correction', testChiSquare(first, second, 'yates')),
  ...ofP('Boschloo', testBoschloo(first, second)),
];

/** Differences with their intervals, in percentage points. */
export const recomputeDifference = (first: Counts, second: Counts): readonly Recomputed[] => [
  ...ofInterval('Miettinen–Nurminen', computeDifferenceInterval(first, second), 100),
  ...ofInterval('Mee', computeDifferenceInterval(first, second, 0.95, 'none'), 100),
  ...ofInterval('Newcombe', computeNewcombe(first, second), 100),
  ...ofInterval('Wald', computeWaldDifference(first, second), 100),
];

export const recomputeOddsRatio = (first: Counts, second: Counts): readonly Recomputed[] => [
  ...ofInterval('crude odds ratio', computeOddsRatio(first, second)),
  ...ofInterval('conditional odds ratio', computeConditionalOddsRatio(first, second)),
];

export const recomputeRiskRatio = (first: Counts, second: Counts): readonly Recomputed[] => [
  ...ofInterval('Koopman', computeRiskRatio(first, second)),
  ...ofInterval('log-Wald', computeLogWaldRiskRatio(first, second)),
];

export const recomputeStrataP = (strata: readonly Stratum[]): readonly Recomputed[] => [
  ...ofP('Cochran–Mantel–Haenszel', testCochranMantelHaenszel(strata)),
  ...ofP('Cochran–Mantel–Haenszel with continuity correction', testCochranMantelHaenszel(strata, 'continuity')),
];

export const recomputeStrataOddsRatio = (strata: readonly Stratum[]): readonly Recomputed[] =>
  ofInterval('Mantel–Haenszel', computeMantelHaenszelOddsRatio(strata));
