import type { NotEstimable } from '../counts.ts';
import type { IntervalEnds } from '../descriptive/summary.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { invertSymmetric, solveSymmetric } from '../linear/cholesky.ts';
import { solveLeastSquares } from '../linear/householder.ts';
import { dot, entry, type Matrix } from '../linear/matrix.ts';
import { type OrderedData, type OrderedLikelihood, orderedLikelihoodAt } from './cumulative-logit.ts';

/** A participant's ordered category, 0 the worst, and covariates. */
export interface OrderedObservation {
  readonly arm: 0 | 1;
  readonly category: number;
  readonly covariates: readonly number[];
}

export type OrderedProblem =
  | 'not a number'
  | 'not a category'
  | 'an arm without participants'
  | 'fewer than two categories seen'
  | 'terms that depend on one another'
  | 'no finite estimate'
  | 'confidence not between 0 and 1';

export interface ProportionalOdds {
  readonly method: 'proportional-odds/1';
  /** Odds of being above any cut, arm 1 over arm 0. */
  readonly oddsRatio: {
    readonly estimate: number;
    readonly waldTwoSided: number;
    readonly likelihoodRatioTwoSided: number;
  } & IntervalEnds;
  /** Logarithms: of the odds ratio, then of each covariate. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly cuts: readonly number[];
  /** The categories that somebody is in, by their numbers; the others are left out of the model. */
  readonly categories: readonly number[];
  readonly logLikelihood: number;
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'higher category, arm 1 / arm 0';
    readonly interval: 'Wald, observed information';
  };
}

interface OrderedMaximum {
  readonly parameters: readonly number[];
  readonly likelihood: OrderedLikelihood;
}

const mostSteps = 100;
/** Odds of a hundred thousand million to one between two participants are separation, not an estimate. */
const largestSpread = 25;

/** The longest of the move, its half, its quarter … under which the likelihood does not fall. */
const climb = (
  data: OrderedData,
  { parameters, likelihood }: OrderedMaximum,
  move: readonly number[],
): OrderedMaximum | undefined => {
  for (let scale = 1; scale > 1e-9; scale /= 2) {
    const next = parameters.map((value, i) => value + scale * (move[i] ?? 0));
    const found = orderedLikelihoodAt(data, next);
    if (found !== undefined && found.level >= likelihood.level - 1e-13 * Math.abs(likelihood.level)) {
      return { parameters: next, likelihood: found };
    }
  }
  return undefined;
};

/** Newton's steps from the shares of all participants; the log-likelihood has one maximum, if any. */
const maximiseOrdered = (data: OrderedData): OrderedMaximum | undefined => {
  const [cuts, terms] = [data.categories - 1, data.terms[0]?.length ?? 0];
  const parameters = Array.from({ length: cuts + terms }, (_, i) => {
    const share = data.observed.filter((category) => category <= i).length / data.observed.length;
    return i < cuts ? Math.log(share / (1 - share)) : 0;
  });
  const likelihood = orderedLikelihoodAt(data, parameters);
  if (likelihood === undefined) throw new Error('proportional odds: no likelihood at the shares of all');
  let now: OrderedMaximum = { parameters, likelihood };
  // Once a step promises next to nothing, a few more settle the last digits.
  for (let [step, calm] = [0, 0]; step < mostSteps; step += 1) {
    const move = solveSymmetric(now.likelihood.information, now.likelihood.slope);
    if (move === undefined) return undefined;
    if (dot(move, now.likelihood.slope) < 1e-12) calm += 1;
    const next = calm > 3 ? undefined : climb(data, now, move);
    if (next === undefined) return calm > 0 && isEstimate(data, now) ? now : undefined;
    now = next;
  }
  return undefined;
};

const isEstimate = ({ categories, terms }: OrderedData, { parameters }: OrderedMaximum): boolean => {
  const leans = terms.map((own) => dot(own, parameters.slice(categories - 1)));
  return Math.max(...leans) - Math.min(...leans) < largestSpread;
};

const problemOf = (observations: readonly OrderedObservation[], confidence: number): OrderedProblem | undefined => {
  if (!observations.every(({ covariates }) => covariates.every(Number.isFinite))) return 'not a number';
  if (!observations.every(({ category }) => Number.isInteger(category) && category >= 0)) return 'not a category';
  if (new Set(observations.map(({ arm }) => arm)).size < 2) return 'an arm without participants';
  if (new Set(observations.map(({ category }) => category)).size < 2) return 'fewer than two categories seen';
  const terms = observations.map(({ arm, covariates }) => [1, arm, ...covariates]);
  if (
    solveLeastSquares(
      terms,
      observations.map(() => 0),
    ) === undefined
  )
    return 'terms that depend on one another';
  return confidence > 0 && confidence < 1 ? undefined : 'confidence not between 0 and 1';
};

/**
 * Proportional odds model of an ordered outcome such as no, partial and complete response (`mccullagh1980`), by maximum
 * likelihood: one odds ratio, the same at every cut. Its score test without covariates is Wilcoxon's. Log-odds without
 * unit; no rounding. Against R's MASS::polr to its digits, and Newton's steps in R from there to 1e-8
 * (`evidence/oracles/proportional-odds`). Refuses an empty arm, one category alone, terms that depend on one another, and
 * separation, which has no finite estimate.
 */
export const fitProportionalOdds = (
  observations: readonly OrderedObservation[],
  confidence = 0.95,
): ProportionalOdds | NotEstimable<OrderedProblem> => {
  const problem = problemOf(observations, confidence);
  if (problem !== undefined) return { notEstimable: problem };
  const categories = [...new Set(observations.map(({ category }) => category))].toSorted((a, b) => a - b);
  const observed = observations.map(({ category }) => categories.indexOf(category));
  const withTerms = (terms: Matrix): OrderedMaximum | undefined =>
    maximiseOrdered({ categories: categories.length, observed, terms });
  const full = withTerms(observations.map(({ arm, covariates }) => [arm, ...covariates]));
  const without = withTerms(observations.map(({ covariates }) => covariates));
  const spread = full && invertSymmetric(full.likelihood.information);
  if (full === undefined || without === undefined || spread === undefined)
    return { notEstimable: 'no finite estimate' };
  return report(full, without, spread, categories, confidence);
};

const report = (
  { parameters, likelihood }: OrderedMaximum,
  without: OrderedMaximum,
  spread: Matrix,
  categories: readonly number[],
  confidence: number,
): ProportionalOdds => {
  const cuts = categories.length - 1;
  const coefficients = parameters.slice(cuts);
  const standardErrors = coefficients.map((_, i) => Math.sqrt(entry(spread, cuts + i, cuts + i)));
  const [log, error] = [coefficients[0] ?? Number.NaN, standardErrors[0] ?? Number.NaN];
  const reach = -normalQuantile((1 - confidence) / 2) * error;
  return {
    method: 'proportional-odds/1',
    oddsRatio: {
      estimate: Math.exp(log),
      lower: Math.exp(log - reach),
      upper: Math.exp(log + reach),
      waldTwoSided: normalTwoSided(log / error),
      likelihoodRatioTwoSided: chiSquareUpperTail(Math.max(0, 2 * (likelihood.level - without.likelihood.level)), 1),
    },
    coefficients,
    standardErrors,
    cuts: parameters.slice(0, cuts),
    categories,
    logLikelihood: likelihood.level,
    conventions: { confidence, direction: 'higher category, arm 1 / arm 0', interval: 'Wald, observed information' },
  };
};
