import type { NotEstimable } from '../counts.ts';
import { choleskyOf } from '../linear/cholesky.ts';
import { solveLeastSquares } from '../linear/householder.ts';
import { dot, entry, type Matrix, matrixOf, timesVector } from '../linear/matrix.ts';
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

/** What the data say of one visit, before anything is drawn. */
interface VisitFit {
  readonly coefficients: readonly number[];
  readonly residualSumOfSquares: number;
  readonly residualDf: number;
  /** Lower triangle of the unscaled covariance of the coefficients. */
  readonly triangle: Matrix;
}

const fitVisit = (participants: readonly MonotoneParticipant[], visit: number): VisitFit | MonotoneProblem => {
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
  const { coefficients, residualSumOfSquares, residualDf } = fit;
  return { coefficients, residualSumOfSquares, residualDf, triangle };
};

const fitVisits = (participants: readonly MonotoneParticipant[]): readonly VisitFit[] | MonotoneProblem => {
  const problem = refuseMonotone(participants);
  if (problem !== undefined) return problem;
  const fits: VisitFit[] = [];
  for (const visit of (participants[0]?.values ?? []).keys()) {
    const fit = fitVisit(participants, visit);
    if (typeof fit === 'string') return fit;
    fits.push(fit);
  }
  return fits;
};

/** Many draws are made of the same participants: what the data say is computed once. */
const fitted = new WeakMap<readonly MonotoneParticipant[], readonly VisitFit[] | MonotoneProblem>();

const fitsOf = (participants: readonly MonotoneParticipant[]): readonly VisitFit[] | MonotoneProblem => {
  const known = fitted.get(participants) ?? fitVisits(participants);
  fitted.set(participants, known);
  return known;
};

const drawVisit = (
  { coefficients, residualSumOfSquares, residualDf, triangle }: VisitFit,
  normal: () => number,
): VisitRegression => {
  const variance = residualSumOfSquares / drawChiSquare(residualDf, normal);
  const moved = timesVector(
    triangle,
    coefficients.map(() => normal()),
  );
  return { coefficients: coefficients.map((value, i) => value + Math.sqrt(variance) * (moved[i] ?? 0)), variance };
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
  const fits = fitsOf(participants);
  return typeof fits === 'string' ? { notEstimable: fits } : fits.map((fit) => drawVisit(fit, normal));
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
