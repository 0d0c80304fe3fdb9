import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { type CoxProblem, refuseCoxRows } from './cox.ts';
import { type CoxData, type CoxRow, type CoxTies, coxDataOf } from './cox-data.ts';
import { type CoxMaximum, coxRanges, maximiseCox } from './cox-maximum.ts';

export interface CoxProfileInterval {
  readonly method: 'cox-profile/1';
  /** Hazard ratios of one unit of the covariate. */
  readonly lower: number | NotEstimable<'unbounded'>;
  readonly upper: number | NotEstimable<'unbounded'>;
  readonly conventions: {
    readonly ties: CoxTies;
    readonly confidence: number;
    readonly interval: 'profile likelihood';
    readonly isMonotone: boolean;
  };
}

/** Risks of participants further apart than e^600 no longer fit into a double. */
const furthest = 600;

/** Twice the log likelihood lost by holding coefficient `index` at a value, the others at their best. */
const lossAt = (data: CoxData, ties: CoxTies, best: CoxMaximum, index: number) => (value: number) => {
  const start = best.beta.map((beta, j) => (j === index ? value : beta));
  return 2 * (best.at.logLikelihood - maximiseCox(data, ties, start, index).at.logLikelihood);
};

const endFrom = (
  from: number,
  direction: 1 | -1,
  range: number,
  isInside: (value: number) => boolean,
): number | NotEstimable<'unbounded'> => {
  for (let distance = 1 / range; distance * range < furthest; distance *= 2) {
    const holds = (away: number): boolean => isInside(from + direction * away);
    if (Math.abs(from + direction * distance) * range > furthest) break;
    if (!holds(distance)) return Math.exp(from + direction * turningPoint(0, distance, holds));
  }
  return { notEstimable: 'unbounded' };
};

/**
 * Profile likelihood interval of the hazard ratio of covariate `index` (`venzon1988`): the values that the likelihood
 * ratio test does not reject. For few events better than Wald's, and where the likelihood is monotone one end is still
 * finite. Against R's coxph with an offset, its root to 1e-8 (`evidence/oracles/time-to-event`). Refuses as `fitCox`
 * does, save for monotone likelihood.
 */
export const profileCoxInterval = (
  rows: readonly CoxRow[],
  index = 0,
  ties: CoxTies = 'Efron',
  confidence = 0.95,
): CoxProfileInterval | NotEstimable<CoxProblem | 'no such covariate'> => {
  const refusal = refuseCoxRows(rows, confidence);
  if (refusal !== undefined) return refusal;
  const data = coxDataOf(rows);
  const best = maximiseCox(
    data,
    ties,
    Array.from({ length: data.width }, () => 0),
  );
  const [from, range] = [best.beta[index], coxRanges(data)[index]];
  if (from === undefined || range === undefined) return { notEstimable: 'no such covariate' };
  if (best.ending === 'no information' || best.ending === 'not converged') return { notEstimable: best.ending };
  const [limit, loss] = [normalQuantile((1 - confidence) / 2) ** 2, lossAt(data, ties, best, index)];
  const isInside = (value: number): boolean => loss(value) < limit;
  return {
    method: 'cox-profile/1',
    lower: endFrom(from, -1, range, isInside),
    upper: endFrom(from, 1, range, isInside),
    conventions: { ties, confidence, interval: 'profile likelihood', isMonotone: best.ending === 'monotone' },
  };
};
