import type { NotEstimable } from '../counts.ts';
import { type LeastSquares, solveLeastSquares } from '../linear/householder.ts';
import { dot, quadraticForm } from '../linear/matrix.ts';
import { inferByStudent, type StudentInference } from '../tests/student-t-test.ts';
import { designOf, type FactorWeights, type Observation } from './design-row.ts';

export interface Ancova {
  readonly method: 'ancova/1';
  /** Adjusted mean of arm 1 − adjusted mean of arm 0. */
  readonly difference: StudentInference;
  /** Adjusted (least-squares) means at the mean of each covariate. */
  readonly adjustedMeans: Readonly<Record<'arm1' | 'arm0', StudentInference>>;
  readonly n: number;
  readonly residualVariance: number;
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0';
    readonly covariates: 'at their means';
    readonly factorWeights: FactorWeights;
    readonly twoSided: 'twice the upper tail of |t|';
  };
}

export type AncovaProblem =
  | 'not a number'
  | 'an arm without participants'
  | 'terms that depend on one another'
  | 'no residual degrees of freedom'
  | 'no variation'
  | 'confidence not between 0 and 1';

const problemOf = (observations: readonly Observation[], confidence: number): AncovaProblem | undefined => {
  const numbers = observations.flatMap(({ value, covariates }) => [value, ...covariates]);
  if (!numbers.every(Number.isFinite)) return 'not a number';
  if (new Set(observations.map(({ arm }) => arm)).size < 2) return 'an arm without participants';
  return confidence > 0 && confidence < 1 ? undefined : 'confidence not between 0 and 1';
};

const inferContrast = (fit: LeastSquares, contrast: readonly number[], confidence: number): StudentInference => {
  const variance = fit.residualSumOfSquares / fit.residualDf;
  const error = Math.sqrt(variance * quadraticForm(fit.unscaledCovariance, contrast));
  return inferByStudent(dot(contrast, fit.coefficients), error, fit.residualDf, confidence);
};

/**
 * Analysis of covariance: value ~ arm + covariates + factors, by least squares through Householder reflections. Adjusted
 * means stand at the mean of each covariate; factors count with equal weights, or as often as observed (`searle1980`).
 * In the unit of the values (use logarithms for UPCR and UACR); no rounding. Against R's lm and emmeans to 1e-9 (public
 * oracle `ancova`) and lm with model matrices (`evidence/oracles/ancova`).
 * Refuses an empty arm, terms that depend on one another, and as many terms as observations.
 */
export const fitAncova = (
  observations: readonly Observation[],
  factorWeights: FactorWeights = 'equal',
  confidence = 0.95,
): Ancova | NotEstimable<AncovaProblem> => {
  const problem = problemOf(observations, confidence);
  if (problem !== undefined) return { notEstimable: problem };
  const { rows, meanRow } = designOf(observations, factorWeights);
  if (rows.length <= (rows[0]?.length ?? 0)) return { notEstimable: 'no residual degrees of freedom' };
  const values = observations.map(({ value }) => value);
  const fit = solveLeastSquares(rows, values);
  if (fit === undefined) return { notEstimable: 'terms that depend on one another' };
  if (fit.residualSumOfSquares <= 1e-24 * dot(values, values)) return { notEstimable: 'no variation' };
  const infer = (contrast: readonly number[]): StudentInference => inferContrast(fit, contrast, confidence);
  return {
    method: 'ancova/1',
    difference: infer(meanRow(1).map((at, i) => at - (meanRow(0)[i] ?? 0))),
    adjustedMeans: { arm1: infer(meanRow(1)), arm0: infer(meanRow(0)) },
    n: observations.length,
    residualVariance: fit.residualSumOfSquares / fit.residualDf,
    conventions: {
      confidence,
      direction: 'arm 1 - arm 0',
      covariates: 'at their means',
      factorWeights,
      twoSided: 'twice the upper tail of |t|',
    },
  };
};
