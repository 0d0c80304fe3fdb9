import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { dot, type Matrix, quadraticForm } from '../linear/matrix.ts';
import { bernoulliVariance, chanceOf } from './bernoulli-likelihood.ts';
import { type BinaryResponse, coefficientNames, designOf } from './binary-response.ts';
import { fitLogistic, type LogisticProblem } from './logistic.ts';

export interface StandardisedDifference {
  readonly method: 'standardised-difference/1';
  /** Mean chance of a response if everybody were in arm 1, less that if everybody were in arm 0. */
  readonly estimate: number;
  readonly rate1: number;
  readonly rate0: number;
  readonly standardError: number;
  readonly twoSided: number;
  readonly lower: number;
  readonly upper: number;
  readonly conventions: {
    readonly confidence: number;
    readonly model: 'logistic';
    readonly standardError: 'delta method, covariates taken as fixed';
  };
}

interface Standardised {
  readonly rate: number;
  readonly gradient: readonly number[];
}

/** Mean chance over the rows with one column set to a value, and its slope in the coefficients. */
const standardise = (design: Matrix, point: readonly number[], column: number, value: number): Standardised => {
  const rows = design.map((row) => row.map((own, index) => (index === column ? value : own)));
  const mean = (term: (row: readonly number[]) => number): number =>
    rows.reduce((sum, row) => sum + term(row), 0) / rows.length;
  return {
    rate: mean((row) => chanceOf(dot(row, point))),
    gradient: point.map((_, index) => mean((row) => bernoulliVariance(dot(row, point)) * (row[index] ?? 0))),
  };
};

/**
 * Difference of marginal proportions standardised over the covariates of all participants (g-computation) from a
 * logistic model without interactions of the arm, with the delta standard error of Ge and others (`ge2011`), which the
 * FDA's guidance on covariates names (`fda2023`): covariates count as fixed. Without covariates it is the difference of
 * the proportions with Wald's interval. Against R's glm with a numerical derivative to 1e-8
 * (`evidence/oracles/logistic`). `arm` names the column that is 1 in arm 1 and 0 in arm 0.
 * Refuses what `fitLogistic` refuses, and an arm column with other values.
 */
export const computeStandardisedDifference = (
  data: BinaryResponse,
  arm: string,
  confidence = 0.95,
): StandardisedDifference | NotEstimable<LogisticProblem | 'arm neither 0 nor 1'> => {
  const column = coefficientNames(data).indexOf(arm);
  const values = data.columns[column - 1]?.values;
  if (values === undefined) return { notEstimable: 'no such column' };
  if (values.some((value) => value !== 0 && value !== 1)) return { notEstimable: 'arm neither 0 nor 1' };
  const fit = fitLogistic(data, confidence);
  if ('notEstimable' in fit) return fit;
  const point = fit.coefficients.map(({ estimate }) => estimate);
  const [one, none] = [1, 0].map((value) => standardise(designOf(data), point, column, value));
  if (one === undefined || none === undefined) throw new Error('standardised difference: two arms were asked for');
  const estimate = one.rate - none.rate;
  const slope = one.gradient.map((value, index) => value - (none.gradient[index] ?? 0));
  const standardError = Math.sqrt(quadraticForm(fit.covariance, slope));
  const half = -normalQuantile((1 - confidence) / 2) * standardError;
  return {
    method: 'standardised-difference/1',
    estimate,
    rate1: one.rate,
    rate0: none.rate,
    standardError,
    twoSided: normalTwoSided(estimate / standardError),
    lower: estimate - half,
    upper: estimate + half,
    conventions: { confidence, model: 'logistic', standardError: 'delta method, covariates taken as fixed' },
  };
};
