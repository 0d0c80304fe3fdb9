import type { NotEstimable } from '../counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { invertSymmetric, solveSymmetric } from '../linear/cholesky.ts';
import { dot, quadraticForm } from '../linear/matrix.ts';
import { type CoxRow, type CoxTies, coxDataOf } from './cox-data.ts';
import { coxLikelihoodAt } from './cox-likelihood.ts';
import { type CoxMaximum, maximiseCox } from './cox-maximum.ts';
import { type FollowUpProblem, refuseFollowUps } from './follow-up.ts';

export type CoxProblem =
  | FollowUpProblem
  | 'no covariate'
  | 'covariate not a number'
  | 'no events'
  | 'no information'
  | 'monotone likelihood'
  | 'not converged';

/** The log hazard ratio of one unit of a covariate, and the hazard ratio with its Wald interval. */
export interface CoxTerm {
  readonly estimate: number;
  readonly standardError: number;
  readonly hazardRatio: number;
  readonly lower: number;
  readonly upper: number;
  readonly z: number;
  readonly twoSided: number;
}

/** A statistic with the chi-square distribution when no covariate matters; `upperTail` is its p value. */
export interface CoxGlobalTest {
  readonly statistic: number;
  readonly df: number;
  readonly upperTail: number;
}

export interface CoxModel {
  readonly method: 'cox/1';
  readonly participants: number;
  readonly events: number;
  readonly terms: readonly CoxTerm[];
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: { readonly withoutCovariates: number; readonly fitted: number };
  readonly likelihoodRatio: CoxGlobalTest;
  readonly wald: CoxGlobalTest;
  readonly score: CoxGlobalTest;
  readonly conventions: { readonly ties: CoxTies; readonly confidence: number; readonly interval: 'Wald' };
}

/** The first thing that keeps a model of these rows from being fitted. */
export const refuseCoxRows = (rows: readonly CoxRow[], confidence: number): NotEstimable<CoxProblem> | undefined => {
  const refusal = refuseFollowUps([rows], confidence);
  if (refusal !== undefined) return refusal;
  const width = rows[0]?.covariates.length ?? 0;
  if (width === 0) return { notEstimable: 'no covariate' };
  const isWhole = rows.every(({ covariates }) => covariates.length === width && covariates.every(Number.isFinite));
  if (!isWhole) return { notEstimable: 'covariate not a number' };
  return rows.some(({ event }) => event) ? undefined : { notEstimable: 'no events' };
};

const problemOf = ({ ending }: CoxMaximum): CoxProblem | undefined => {
  if (ending === 'maximum') return undefined;
  return ending === 'monotone' ? 'monotone likelihood' : ending;
};

const termOf = (estimate: number, standardError: number, reach: number): CoxTerm => ({
  estimate,
  standardError,
  hazardRatio: Math.exp(estimate),
  lower: Math.exp(estimate - reach * standardError),
  upper: Math.exp(estimate + reach * standardError),
  z: estimate / standardError,
  twoSided: normalTwoSided(estimate / standardError),
});

const globalTest = (statistic: number, df: number): CoxGlobalTest => ({
  statistic,
  df,
  upperTail: chiSquareUpperTail(statistic, df),
});

/**
 * Cox's proportional hazards model (`cox1972`), stratified where rows name strata; ties as Efron (default; `efron1977`)
 * or Breslow (`breslow1974`). Hazard ratios with Wald intervals, and the likelihood ratio, Wald and score tests of all
 * covariates at once; without ties the score test of an arm is the log-rank test. Against R's coxph: coefficients to
 * 1e-9 (public oracle `cox`; `evidence/oracles/time-to-event`). Refuses data without events, covariates that do not
 * vary among those at risk, and a monotone likelihood: no event in one arm has a hazard ratio of 0 or ∞ and no Wald
 * interval; `profileCoxInterval` still tells its finite end.
 */
export const fitCox = (
  rows: readonly CoxRow[],
  ties: CoxTies = 'Efron',
  confidence = 0.95,
): CoxModel | NotEstimable<CoxProblem> => {
  const refusal = refuseCoxRows(rows, confidence);
  if (refusal !== undefined) return refusal;
  const data = coxDataOf(rows);
  const zero = Array.from({ length: data.width }, () => 0);
  const without = coxLikelihoodAt(data, zero, ties);
  const found = maximiseCox(data, ties, zero);
  const problem = problemOf(found);
  if (problem !== undefined) return { notEstimable: problem };
  const covariance = invertSymmetric(found.at.information);
  const scoreSolved = solveSymmetric(without.information, without.score);
  if (covariance === undefined || scoreSolved === undefined) return { notEstimable: 'no information' };
  const reach = -normalQuantile((1 - confidence) / 2);
  const [fitted, df] = [found.at.logLikelihood, data.width];
  return {
    method: 'cox/1',
    participants: rows.length,
    events: rows.filter(({ event }) => event).length,
    terms: found.beta.map((estimate, j) => termOf(estimate, Math.sqrt(covariance[j]?.[j] ?? Number.NaN), reach)),
    covariance,
    logLikelihood: { withoutCovariates: without.logLikelihood, fitted },
    likelihoodRatio: globalTest(Math.max(0, 2 * (fitted - without.logLikelihood)), df),
    wald: globalTest(quadraticForm(found.at.information, found.beta), df),
    score: globalTest(dot(without.score, scoreSolved), df),
    conventions: { ties, confidence, interval: 'Wald' },
  };
};
