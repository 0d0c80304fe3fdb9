import type { NotEstimable } from '../counts.ts';
import { invertSymmetric } from '../linear/cholesky.ts';
import { entry } from '../linear/matrix.ts';
import { bernoulliHeight, penalisedHeight } from './bernoulli-likelihood.ts';
import {
  type BinaryResponse,
  type BinaryResponseProblem,
  coefficientNames,
  refuseBinaryResponse,
} from './binary-response.ts';
import { climb } from './newton-ascent.ts';
import { type ProfileInterval, type ProfileProblem, profileOf } from './profile-likelihood.ts';

export interface FirthCoefficient extends ProfileInterval {
  readonly name: string;
  readonly standardError: number;
}

export interface FirthFit {
  readonly method: 'firth-logistic/1';
  /** The intercept first, then the columns in their order. */
  readonly coefficients: readonly FirthCoefficient[];
  readonly penalisedLogLikelihood: number;
  readonly steps: number;
  readonly conventions: {
    readonly confidence: number;
    readonly intervals: 'profile of the penalised likelihood';
    readonly penalty: 'Jeffreys prior';
  };
}

export type FirthProblem = BinaryResponseProblem | ProfileProblem | 'no convergence';

/**
 * Firth's penalised logistic regression (`firth1993`, `heinze2002`): finite where responses are separated, and with less bias in
 * small trials. Intervals and tests are profiles of the penalised likelihood, never Wald's; the determinant is that of
 * the whole information also where a coefficient is held. Standard errors from the inverse information at the estimate.
 * Its predicted proportions are drawn to 1/2: do not standardise with it. Against Newton's method in base R to 1e-8
 * (`evidence/oracles/firth-logistic`), and public cases whose makers compared their program with logistf.
 * Refuses no rows, columns that are no numbers or not independent.
 */
export const fitFirthLogistic = (data: BinaryResponse, confidence = 0.95): FirthFit | NotEstimable<FirthProblem> => {
  const refusal = refuseBinaryResponse(data, confidence);
  if (refusal !== undefined) return refusal;
  const names = coefficientNames(data);
  const heightAt = penalisedHeight(data);
  const summit = climb({ heightAt, start: names.map(() => 0), free: [...names.keys()] });
  if ('notEstimable' in summit) return { notEstimable: 'no convergence' };
  const covariance = invertSymmetric(bernoulliHeight(data)(summit.point).information);
  if (covariance === undefined) return { notEstimable: 'no convergence' };
  const coefficients: FirthCoefficient[] = [];
  for (const [index, name] of names.entries()) {
    const standardError = Math.sqrt(entry(covariance, index, index));
    const profile = profileOf(heightAt, summit, index, 2 * standardError, confidence);
    if ('notEstimable' in profile) return profile;
    coefficients.push({ name, standardError, ...profile });
  }
  return {
    method: 'firth-logistic/1',
    coefficients,
    penalisedLogLikelihood: summit.height.value,
    steps: summit.steps,
    conventions: { confidence, intervals: 'profile of the penalised likelihood', penalty: 'Jeffreys prior' },
  };
};
