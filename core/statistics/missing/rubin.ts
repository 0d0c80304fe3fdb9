import type { NotEstimable } from '../counts.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { inferByStudent, type StudentInference } from '../tests/student-t-test.ts';

/** What one completed data set says. */
export interface ImputedEstimate {
  readonly estimate: number;
  /** The square of its standard error. */
  readonly variance: number;
}

export type PoolingProblem =
  | 'fewer than two imputations'
  | 'not a number'
  | 'no variation'
  | 'df not above zero'
  | 'confidence not between 0 and 1';

export interface Pooled {
  readonly method: 'rubin/1';
  readonly inference: StudentInference;
  /** Mean of the variances within imputations; variance of the estimates between them; both with the finite number of them. */
  readonly within: number;
  readonly between: number;
  readonly total: number;
  /** Degrees of freedom of `rubin1987`; absent where the imputations agree, and there is nothing to limit them. */
  readonly dfRubin?: number;
  readonly relativeIncrease: number;
  /** The share of the total variance that the missing values cause. */
  readonly missingShare: number;
  readonly imputations: number;
  readonly conventions: { readonly confidence: number; readonly df: 'Barnard-Rubin' };
}

const problemOf = (
  results: readonly ImputedEstimate[],
  dfComplete: number,
  confidence: number,
): PoolingProblem | undefined => {
  if (results.length < 2) return 'fewer than two imputations';
  if (!results.every(({ estimate, variance }) => Number.isFinite(estimate) && variance >= 0)) return 'not a number';
  if (results.every(({ variance }) => variance === 0)) return 'no variation';
  if (!(dfComplete > 0)) return 'df not above zero';
  return confidence > 0 && confidence < 1 ? undefined : 'confidence not between 0 and 1';
};

/** Degrees of freedom of `barnard1999`: those of the complete data, less what is missing, together with Rubin's. */
const smallSampleDf = (dfComplete: number, missingShare: number, imputations: number): number => {
  const observed = ((dfComplete + 1) / (dfComplete + 3)) * dfComplete * (1 - missingShare);
  return 1 / (1 / observed + missingShare ** 2 / (imputations - 1));
};

/**
 * One answer from several imputations (`rubin1987`), with degrees of freedom for few participants (`barnard1999`).
 * `dfComplete`: those that the analysis would have with nothing missing. In the unit of the estimates; no rounding. Against
 * R's mice::pool.scalar to 1e-9 (public oracle `rubin_pool`) and the formulas written out (`evidence/oracles/rubin`). For
 * reference-based imputation the variance is known to be too large (`cro2019`).
 * Refuses fewer than two imputations, and estimates without any variance.
 */
export const poolImputations = (
  results: readonly ImputedEstimate[],
  dfComplete: number,
  confidence = 0.95,
): Pooled | NotEstimable<PoolingProblem> => {
  const problem = problemOf(results, dfComplete, confidence);
  if (problem !== undefined) return { notEstimable: problem };
  const estimates = results.map(({ estimate }) => estimate);
  const [within, between] = [meanOf(results.map(({ variance }) => variance)), varianceOf(estimates)];
  const extra = (1 + 1 / results.length) * between;
  const total = within + extra;
  const missingShare = extra / total;
  const dfRubin = (results.length - 1) / missingShare ** 2;
  const df = smallSampleDf(dfComplete, missingShare, results.length);
  return {
    method: 'rubin/1',
    inference: inferByStudent(meanOf(estimates), Math.sqrt(total), df, confidence),
    within,
    between,
    total,
    ...(Number.isFinite(dfRubin) && { dfRubin }),
    relativeIncrease: extra / within,
    missingShare,
    imputations: results.length,
    conventions: { confidence, df: 'Barnard-Rubin' },
  };
};
