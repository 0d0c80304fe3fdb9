import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import type { IntervalEnds } from '../descriptive/summary.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { invertSymmetric } from '../linear/cholesky.ts';
import { solveLeastSquares } from '../linear/householder.ts';
import { dot, type Matrix, timesVector, transposed } from '../linear/matrix.ts';

/** How often something happened to one participant, over what time at risk. */
export interface CountObservation {
  readonly arm: 0 | 1;
  readonly events: number;
  readonly time: number;
  readonly covariates: readonly number[];
}

export type CountProblem =
  | 'not a number'
  | 'time not above zero'
  | 'no events in an arm'
  | 'terms that depend on one another'
  | 'not converged'
  | 'confidence not between 0 and 1';

export interface NegativeBinomial {
  readonly method: 'negative-binomial/1';
  /** Logarithms: of the rate of arm 0, of the rate ratio, then of each covariate. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Variance μ + μ²/θ; absent where the counts vary no more than Poisson counts. */
  readonly theta?: number;
  readonly logLikelihood: number;
  readonly rateRatio: { readonly estimate: number; readonly twoSided: number } & IntervalEnds;
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 / arm 0';
    readonly interval: 'Wald, expected information, theta taken as known';
    readonly overdispersion: 'negative binomial (NB2)' | 'none found: Poisson';
  };
}

interface CountModel {
  readonly design: Matrix;
  readonly columns: Matrix;
  readonly events: readonly number[];
  readonly offsets: readonly number[];
}
interface Fitted {
  readonly coefficients: readonly number[];
  readonly means: readonly number[];
  readonly covariance: Matrix;
}

const mostSteps = 100;

const meansAt = ({ design, offsets }: CountModel, coefficients: readonly number[]): readonly number[] =>
  timesVector(design, coefficients).map((predicted, i) => Math.exp(predicted + (offsets[i] ?? 0)));

/** log-likelihood; without θ that of Poisson. Γ(y + θ) / Γ(θ) is the product of θ, θ + 1 … θ + y − 1. */
const logLikelihoodOf = (events: readonly number[], means: readonly number[], theta: number | undefined): number =>
  events.reduce((sum, y, i) => {
    const mean = means[i] ?? Number.NaN;
    let part = theta === undefined ? -mean : -(theta + y) * Math.log1p(mean / theta);
    for (let j = 0; j < y; j += 1) {
      part += Math.log(mean / (j + 1)) + (theta === undefined ? 0 : Math.log1p(j / theta));
    }
    return sum + part;
  }, 0);

/** Information and slope of the coefficients at their means, θ given. */
const momentsAt = ({ columns, events }: CountModel, means: readonly number[], theta: number | undefined) => {
  const shrink = means.map((mean) => 1 / (1 + (theta === undefined ? 0 : mean / theta)));
  const rests = means.map((mean, i) => ((events[i] ?? 0) - mean) * (shrink[i] ?? 1));
  const weighted = columns.map((column) => column.map((value, i) => value * (means[i] ?? 0) * (shrink[i] ?? 1)));
  return {
    covariance: invertSymmetric(weighted.map((left) => columns.map((right) => dot(left, right)))),
    slope: columns.map((column) => dot(rests, column)),
  };
};

/** The longest of the move, its half, its quarter … under which the likelihood does not fall. */
const moveUphill = (
  data: CountModel,
  theta: number | undefined,
  from: readonly number[],
  level: number,
  move: readonly number[],
) => {
  for (let scale = 1; scale > 1e-9; scale /= 2) {
    const coefficients = from.map((value, j) => value + scale * (move[j] ?? 0));
    const means = meansAt(data, coefficients);
    const next = logLikelihoodOf(data.events, means, theta);
    if (next >= level - 1e-13 * Math.abs(level)) return { coefficients, means, level: next };
  }
  return undefined;
};

/** Newton's steps by expected information, halved while the likelihood falls, at a given θ. */
const fitMeans = (data: CountModel, theta: number | undefined, from: readonly number[]): Fitted | undefined => {
  const means = meansAt(data, from);
  let now = { coefficients: from, means, level: logLikelihoodOf(data.events, means, theta) };
  // Once a step promises next to nothing, a few more settle the last digits.
  for (let [step, calm] = [0, 0]; step < mostSteps; step += 1) {
    const { covariance, slope } = momentsAt(data, now.means, theta);
    if (covariance === undefined) return undefined;
    const move = timesVector(covariance, slope);
    if (dot(move, slope) < 1e-12) calm += 1;
    const next = calm > 4 ? undefined : moveUphill(data, theta, now.coefficients, now.level, move);
    if (next === undefined) return calm > 0 ? { ...now, covariance } : undefined;
    now = next;
  }
  return undefined;
};

/** Slope of the log-likelihood in θ. */
const thetaSlope = (events: readonly number[], means: readonly number[], theta: number): number =>
  events.reduce((sum, y, i) => {
    const mean = means[i] ?? Number.NaN;
    let part = (mean - y) / (theta + mean) - Math.log1p(mean / theta);
    for (let j = 0; j < y; j += 1) part += 1 / (theta + j);
    return sum + part;
  }, 0);

const problemOf = (observations: readonly CountObservation[], confidence: number): CountProblem | undefined => {
  const wrong = ({ events, covariates }: CountObservation): boolean =>
    !(Number.isInteger(events) && events >= 0 && covariates.every(Number.isFinite));
  if (observations.some(wrong)) return 'not a number';
  if (observations.some(({ time }) => !(time > 0 && Number.isFinite(time)))) return 'time not above zero';
  const happened = (arm: 0 | 1): boolean => observations.some((one) => one.arm === arm && one.events > 0);
  if (!happened(0) || !happened(1)) return 'no events in an arm';
  return confidence > 0 && confidence < 1 ? undefined : 'confidence not between 0 and 1';
};

const [smallestLogTheta, largestLogTheta] = [Math.log(1e-6), Math.log(1e7)];

const report = (
  events: readonly number[],
  { coefficients, means, covariance }: Fitted,
  theta: number | undefined,
  confidence: number,
): NegativeBinomial => {
  const standardErrors = covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN));
  const [log, error] = [coefficients[1] ?? Number.NaN, standardErrors[1] ?? Number.NaN];
  const reach = -normalQuantile((1 - confidence) / 2) * error;
  return {
    method: 'negative-binomial/1',
    coefficients,
    standardErrors,
    ...(theta !== undefined && { theta }),
    logLikelihood: logLikelihoodOf(events, means, theta),
    rateRatio: {
      estimate: Math.exp(log),
      twoSided: normalTwoSided(log / error),
      lower: Math.exp(log - reach),
      upper: Math.exp(log + reach),
    },
    conventions: {
      confidence,
      direction: 'arm 1 / arm 0',
      interval: 'Wald, expected information, theta taken as known',
      overdispersion: theta === undefined ? 'none found: Poisson' : 'negative binomial (NB2)',
    },
  };
};

/**
 * Negative binomial regression of counts (NB2, `lawless1987`): ln mean = ln time + intercept + arm + covariates, variance
 * μ + μ²/θ, by maximum likelihood; for flares and adverse events that cluster in participants. Where the counts vary no
 * more than Poisson's the fit is Poisson's, and says so. Rates per unit of the time given; no rounding. Against R's
 * MASS::glm.nb (public oracle `neg_binomial`) and glm.nb iterated on until it stands (`evidence/oracles/negative-binomial`).
 * Refuses an arm without events, terms that depend on one another, time that is not above zero.
 */
export const fitNegativeBinomial = (
  observations: readonly CountObservation[],
  confidence = 0.95,
): NegativeBinomial | NotEstimable<CountProblem> => {
  const problem = problemOf(observations, confidence);
  if (problem !== undefined) return { notEstimable: problem };
  const design = observations.map(({ arm, covariates }) => [1, arm, ...covariates]);
  const data: CountModel = {
    design,
    columns: transposed(design),
    events: observations.map(({ events }) => events),
    offsets: observations.map(({ time }) => Math.log(time)),
  };
  if (solveLeastSquares(data.design, data.events) === undefined)
    return { notEstimable: 'terms that depend on one another' };
  const rate =
    observations.reduce((sum, one) => sum + one.events, 0) / observations.reduce((sum, one) => sum + one.time, 0);
  const start = (data.design[0] ?? []).map((_, j) => (j === 0 ? Math.log(rate) : 0));
  const poisson = fitMeans(data, undefined, start);
  if (poisson === undefined) return { notEstimable: 'not converged' };
  // The slope of the likelihood in 1/θ at Poisson: more variance than means, or not.
  const excess = data.events.reduce((sum, y, i) => sum + (y - (poisson.means[i] ?? 0)) ** 2 - y, 0);
  if (excess <= 0) return report(data.events, poisson, undefined, confidence);
  let last = poisson;
  const theta = Math.exp(
    turningPoint(smallestLogTheta, largestLogTheta, (log) => {
      last = fitMeans(data, Math.exp(log), last.coefficients) ?? last;
      return thetaSlope(data.events, last.means, Math.exp(log)) > 0;
    }),
  );
  const fitted = fitMeans(data, theta, last.coefficients);
  return fitted ? report(data.events, fitted, theta, confidence) : { notEstimable: 'not converged' };
};
