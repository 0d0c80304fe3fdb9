import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { invertSymmetric } from '../linear/cholesky.ts';
import { entry, type Matrix } from '../linear/matrix.ts';
import { bernoulliHeight } from './bernoulli-likelihood.ts';
import {
  type BinaryResponse,
  type BinaryResponseProblem,
  coefficientNames,
  refuseBinaryResponse,
} from './binary-response.ts';
import { climb, type Summit } from './newton-ascent.ts';
import { type ProfileInterval, profileOf } from './profile-likelihood.ts';
import { separationTest } from './separation.ts';

/** A coefficient on the logit scale: the logarithm of an odds ratio, the other columns given. */
export interface LogitCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly twoSided: number;
  readonly lower: number;
  readonly upper: number;
}

export interface LogisticFit {
  readonly method: 'logistic/1';
  /** The intercept first, then the columns in their order. */
  readonly coefficients: readonly LogitCoefficient[];
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly steps: number;
  readonly conventions: {
    readonly confidence: number;
    readonly intervals: 'Wald';
    readonly estimate: 'maximum likelihood';
  };
}

export type LogisticProblem =
  | BinaryResponseProblem
  | 'separated'
  | 'no convergence'
  | 'no such column'
  | 'profile without a maximum';

/** Coefficients with Wald intervals, from the top of a likelihood and the covariance there. */
const coefficientsAt = (
  data: BinaryResponse,
  { point }: Summit,
  covariance: Matrix,
  confidence: number,
): readonly LogitCoefficient[] => {
  const limit = -normalQuantile((1 - confidence) / 2);
  return coefficientNames(data).map((name, index) => {
    const [estimate, standardError] = [point[index] ?? 0, Math.sqrt(entry(covariance, index, index))];
    const [z, half] = [estimate / standardError, limit * standardError];
    return {
      name,
      estimate,
      standardError,
      z,
      twoSided: normalTwoSided(z),
      lower: estimate - half,
      upper: estimate + half,
    };
  });
};

/** The top of the likelihood and the inverse of the information there, or why there is none. */
const summitOf = (
  data: BinaryResponse,
  confidence: number,
): { readonly summit: Summit; readonly covariance: Matrix } | NotEstimable<LogisticProblem> => {
  const refusal = refuseBinaryResponse(data, confidence);
  if (refusal !== undefined) return refusal;
  const start = coefficientNames(data).map(() => 0);
  const stops = separationTest(data);
  const summit = climb({ heightAt: bernoulliHeight(data), start, free: [...start.keys()], stops });
  if ('notEstimable' in summit)
    return { notEstimable: summit.notEstimable === 'stopped' ? 'separated' : 'no convergence' };
  const covariance = invertSymmetric(summit.height.information);
  return covariance === undefined ? { notEstimable: 'no convergence' } : { summit, covariance };
};

/**
 * Logistic regression of a response by maximum likelihood (`mccullagh1989`), with Wald intervals. Separation, complete or not,
 * is recognised by a direction that proves it (`albert1984`) and refused: then use Firth's. A conditional odds ratio is not
 * a marginal one; for a difference of proportions see `computeStandardisedDifference`. Against R's glm with epsilon 1e-14
 * to 1e-9 (`evidence/oracles/logistic`). Refuses no rows, columns that are no numbers, dependent or constant columns, separation.
 */
export const fitLogistic = (data: BinaryResponse, confidence = 0.95): LogisticFit | NotEstimable<LogisticProblem> => {
  const top = summitOf(data, confidence);
  if ('notEstimable' in top) return top;
  const { summit, covariance } = top;
  return {
    method: 'logistic/1',
    coefficients: coefficientsAt(data, summit, covariance, confidence),
    covariance,
    logLikelihood: summit.height.value,
    deviance: -2 * summit.height.value,
    steps: summit.steps,
    conventions: { confidence, intervals: 'Wald', estimate: 'maximum likelihood' },
  };
};

/**
 * Profile likelihood interval and likelihood ratio test of one coefficient of that model. Against tight roots in R to 1e-7
 * (`evidence/oracles/logistic`). Refuses what `fitLogistic` refuses, and a name that no column has.
 */
export const computeLogisticProfile = (
  data: BinaryResponse,
  name: string,
  confidence = 0.95,
): ProfileInterval | NotEstimable<LogisticProblem> => {
  const top = summitOf(data, confidence);
  if ('notEstimable' in top) return top;
  const held = coefficientNames(data).indexOf(name);
  if (held < 0) return { notEstimable: 'no such column' };
  const step = 2 * Math.sqrt(entry(top.covariance, held, held));
  return profileOf(bernoulliHeight(data), top.summit, held, step, confidence);
};
