import type { NotEstimable } from '../counts.ts';
import { choleskyOf } from '../linear/cholesky.ts';
import { solveLeastSquares } from '../linear/householder.ts';
import { dot, entry, matrixOf, timesVector } from '../linear/matrix.ts';
import type { VisitModel } from './reference-based.ts';

/** The values of a participant at each visit in turn; undefined from the first missing one on. */
export interface MonotoneParticipant {
  readonly arm: 0 | 1;
  readonly covariates: readonly number[];
  readonly values: readonly (number | undefined)[];
}

export type MonotoneProblem =
  | 'not a number'
  | 'visits of different number'
  | 'missing between observed visits'
  | 'too few participants at a visit'
  | 'no variation';

/** One visit given the ones before it: coefficients of 1, arm, covariates and earlier visits, and what they leave over. */
export interface VisitRegression {
  readonly coefficients: readonly number[];
  readonly variance: number;
}

/** How many visits were observed before the first missing one. */
export const seenVisits = ({ values }: MonotoneParticipant): number => {
  const first = values.indexOf(undefined);
  return first < 0 ? values.length : first;
};

/** The first thing that keeps these participants from being imputed in a monotone way. */
export const refuseMonotone = (participants: readonly MonotoneParticipant[]): MonotoneProblem | undefined => {
  const [first] = participants;
  const sized = ({ values, covariates }: MonotoneParticipant): boolean =>
    values.length === first?.values.length && covariates.length === first.covariates.length;
  if (!participants.every(sized)) return 'visits of different number';
  const numbers = participants.flatMap(({ values, covariates }) => [...values, ...covariates]);
  if (numbers.some((value) => value !== undefined && !Number.isFinite(value))) return 'not a number';
  const gap = (one: MonotoneParticipant): boolean =>
    one.values.slice(seenVisits(one)).some((value) => value !== undefined);
  return participants.some(gap) ? 'missing between observed visits' : undefined;
};

/** Σ of `df` squared standard normal numbers. */
const drawChiSquare = (df: number, normal: () => number): number => {
  let sum = 0;
  for (let i = 0; i < df; i += 1) sum += normal() ** 2;
  return sum;
};

const drawVisit = (
  participants: readonly MonotoneParticipant[],
  visit: number,
  normal: () => number,
): VisitRegression | MonotoneProblem => {
  const seen = participants.filter((one) => seenVisits(one) > visit);
  const earlier = ({ values }: MonotoneParticipant): readonly number[] =>
    values.slice(0, visit).map((value) => value ?? Number.NaN);
  const values = seen.map((one) => one.values[visit] ?? Number.NaN);
  const fit = solveLeastSquares(
    seen.map((one) => [1, one.arm, ...one.covariates, ...earlier(one)]),
    values,
  );
  if (fit === undefined || fit.residualDf < 1) return 'too few participants at a visit';
  const triangle = choleskyOf(fit.unscaledCovariance);
  if (triangle === undefined || fit.residualSumOfSquares <= 1e-20 * dot(values, values)) return 'no variation';
  const variance = fit.residualSumOfSquares / drawChiSquare(fit.residualDf, normal);
  const moved = timesVector(
    triangle,
    fit.coefficients.map(() => normal()),
  );
  return { coefficients: fit.coefficients.map((value, i) => value + Math.sqrt(variance) * (moved[i] ?? 0)), variance };
};

/**
 * One draw from the posterior of a normal model of the visits, each regressed on arm, covariates and the visits before it,
 * with the customary flat prior (`rubin1987`, section 5.3): variance = residual squares / χ², then coefficients. Numbers are
 * asked of `normal` visit by visit, those of χ² first. Refuses a visit that fewer were seen at than it has terms.
 */
export const drawVisitRegressions = (
  participants: readonly MonotoneParticipant[],
  normal: () => number,
): readonly VisitRegression[] | NotEstimable<MonotoneProblem> => {
  const problem = refuseMonotone(participants);
  if (problem !== undefined) return { notEstimable: problem };
  const regressions: VisitRegression[] = [];
  for (const visit of (participants[0]?.values ?? []).keys()) {
    const drawn = drawVisit(participants, visit, normal);
    if (typeof drawn === 'string') return { notEstimable: drawn };
    regressions.push(drawn);
  }
  return regressions;
};

const meansOf = (
  regressions: readonly VisitRegression[],
  arm: 0 | 1,
  covariates: readonly number[],
): readonly number[] => {
  const means: number[] = [];
  for (const { coefficients } of regressions) means.push(dot(coefficients, [1, arm, ...covariates, ...means]));
  return means;
};

/** The joint distribution of the visits that the regressions amount to, for a participant with these covariates. */
export const visitModelOf = (
  regressions: readonly VisitRegression[],
  arm: 0 | 1,
  covariates: readonly number[],
): VisitModel => {
  const size = regressions.length;
  // Every visit is its mean and a sum of the errors of the visits up to it: row by row what each error counts for.
  const loadings: number[][] = [];
  for (const [visit, { coefficients }] of regressions.entries()) {
    const onEarlier = coefficients.slice(2 + covariates.length);
    const row = Array.from({ length: size }, (_, error) =>
      loadings.reduce((sum, earlier, k) => sum + (onEarlier[k] ?? 0) * (earlier[error] ?? 0), error === visit ? 1 : 0),
    );
    loadings.push(row);
  }
  return {
    ownMeans: meansOf(regressions, arm, covariates),
    referenceMeans: meansOf(regressions, 0, covariates),
    covariance: matrixOf(size, size, (i, j) =>
      regressions.reduce(
        (sum, { variance }, error) => sum + variance * entry(loadings, i, error) * entry(loadings, j, error),
        0,
      ),
    ),
  };
};
