import { solveSymmetric } from '../../linear/cholesky.ts';
import { solveLeastSquares } from '../../linear/householder.ts';
import { dot, entry, type Matrix, matrixOf } from '../../linear/matrix.ts';
import { type CovarianceStructure, type Parametrised, parametrise } from './covariance-structure.ts';
import { gradientOf, informationOf, type LikelihoodSums, sumsAt } from './information.ts';
import { byVisits, type Repeated, stackDesign } from './repeated.ts';
import { type RestrictedLikelihood, residualsOf, restrictedLikelihoodAt } from './restricted-likelihood.ts';

/** Where the restricted likelihood of a covariance structure is highest. */
export interface Maximum {
  readonly structure: CovarianceStructure;
  readonly parameters: readonly number[];
  readonly at: Parametrised;
  readonly likelihood: RestrictedLikelihood;
  readonly steps: number;
}

/** Why a structure gives none: a covariance on the border of those that are one, or steps that never settle. */
export type MaximumProblem = 'no maximum within the steps allowed' | 'covariance on its border';

const mostSteps = 100;
/** So many steps by expected information come first: from afar the curvature may point anywhere. */
const scoringSteps = 8;
const mostHalvings = 30;
/** What a step still promises to the log-likelihood, below which the maximum is reached. */
const settled = 1e-14;
/** A visit that earlier ones predict but for this share of its variance has no variance of its own. */
const leastOwnShare = 1e-7;

/** Nor has the model a maximum where a variance runs away from that of the residuals by this factor. */
const leastShare = 1e-6;

/** Residuals of ordinary least squares: their variances and half of their correlations are where the search starts. */
const guessCovariance = (data: Repeated): Matrix | undefined => {
  const values = data.patterns.flatMap((pattern) => pattern.values.flat());
  const fit = solveLeastSquares(stackDesign(data), values);
  if (fit === undefined) return undefined;
  const sums = byVisits(data.visits, () => 0);
  const counts = byVisits(data.visits, () => 0);
  for (const pattern of data.patterns) {
    for (const rest of residualsOf(pattern, fit.coefficients)) {
      pattern.visits.forEach((a, i) => {
        pattern.visits.forEach((b, j) => {
          const [sum, count] = [sums[a] ?? [], counts[a] ?? []];
          sum[b] = (sum[b] ?? 0) + (rest[i] ?? 0) * (rest[j] ?? 0);
          count[b] = (count[b] ?? 0) + 1;
        });
      });
    }
  }
  const all = dot(values, values);
  const variance = (a: number): number => Math.max(entry(sums, a, a) / Math.max(1, entry(counts, a, a)), 1e-12 * all);
  const correlation = (a: number, b: number): number =>
    entry(sums, a, b) / Math.max(1, entry(counts, a, b)) / Math.sqrt(variance(a) * variance(b));
  return shrunk(data.visits, variance, correlation);
};

const shrunk = (
  visits: number,
  variance: (a: number) => number,
  correlation: (a: number, b: number) => number,
): Matrix => {
  const bounded = (a: number, b: number): number => Math.max(-0.9, Math.min(0.9, correlation(a, b)));
  const at = (keep: number): Matrix =>
    byVisits(visits, (a, b) => (a === b ? variance(a) : keep * bounded(a, b) * Math.sqrt(variance(a) * variance(b))));
  for (const keep of [0.8, 0.4, 0.1]) if (solveSymmetric(at(keep), [])) return at(keep);
  return at(0);
};

/** The step of Fisher scoring; where the information is no covariance, with a growing ridge. */
const stepOf = (information: Matrix, gradient: readonly number[]): readonly number[] => {
  for (let ridge = 0; ridge < 1e6; ridge = ridge === 0 ? 1e-8 : ridge * 10) {
    const size = gradient.length;
    const ridged = matrixOf(size, size, (i, j) => entry(information, i, j) * (i === j ? 1 + ridge : 1));
    const step = solveSymmetric(ridged, gradient);
    if (step !== undefined) return step;
  }
  return gradient;
};

/** The step from here; once near, and where it points uphill, that of the curvature itself, which settles faster. */
const stepAt = (
  sums: LikelihoodSums,
  at: Parametrised,
  gradient: readonly number[],
  near: boolean,
): readonly number[] => {
  const curved = near && solveSymmetric(informationOf(sums, at.derivatives, 'observed'), gradient);
  return curved || stepOf(informationOf(sums, at.derivatives, 'expected'), gradient);
};

const likelihoodOf = (data: Repeated, at: Parametrised): RestrictedLikelihood | undefined =>
  at.covariance.flat().every(Number.isFinite) ? restrictedLikelihoodAt(data, at.covariance) : undefined;

const onBorder = ({ covariance }: Parametrised, guess: Matrix): boolean => {
  const shares = covariance.map((_, i) => entry(covariance, i, i) / entry(guess, i, i));
  if (shares.some((share) => !(share < 1 / leastShare && share > leastShare))) return true;
  const deviations = covariance.map((_, i) => Math.sqrt(entry(covariance, i, i)));
  // The share of a visit that the others do not predict is one over the diagonal of the inverse correlation.
  const correlations = covariance.map((row, i) =>
    row.map((value, j) => value / (deviations[i] ?? 1) / (deviations[j] ?? 1)),
  );
  return covariance.some((_, i) => {
    const unit = covariance.map((__, j) => (i === j ? 1 : 0));
    const own = solveSymmetric(correlations, unit)?.[i];
    return own === undefined || 1 / own < leastOwnShare;
  });
};

/** Whether the likelihood rounds away what a step still promises: then the maximum is as near as it can tell. */
const rounded = 1e-9;

const mostLastSteps = 30;

/**
 * The last steps too: what they promise is less than the likelihood can tell, and yet they are worth half of the digits of
 * the parameters. They end when one promises no less than the one before. Of the unstructured covariance they are Newton's.
 */
const polished = (data: Repeated, found: Maximum): Maximum => {
  const parametrisation = parametrise(found.structure, data.visits);
  let [best, least] = [found, Number.POSITIVE_INFINITY];
  for (let steps = 0; steps < mostLastSteps; steps += 1) {
    const sums = sumsAt(best.likelihood);
    const gradient = gradientOf(sums, best.at.derivatives);
    const step = stepAt(sums, best.at, gradient, found.structure === 'unstructured');
    const promised = Math.abs(dot(step, gradient));
    const parameters = best.parameters.map((value, i) => value + (step[i] ?? 0));
    const at = parametrisation.at(parameters);
    const likelihood = likelihoodOf(data, at);
    if (!(promised < least) || likelihood === undefined) return best;
    if (likelihood.logLikelihood < found.likelihood.logLikelihood - rounded) return best;
    [best, least] = [{ ...found, parameters, at, likelihood }, promised];
  }
  return best;
};

/**
 * Restricted maximum likelihood of one covariance structure by Fisher scoring with step halving, from the analytic
 * gradient and the expected information (`jennrich1986`); near the maximum of the unstructured covariance by Newton's
 * steps. Ends when a further step promises less than 1e-14 to the log-likelihood, or less than it can tell, and
 * takes the last steps too; says why where it does not end, or ends where a visit has no variance of its own.
 */
export const maximiseLikelihood = (data: Repeated, structure: CovarianceStructure): Maximum | MaximumProblem => {
  const guess = guessCovariance(data);
  if (guess === undefined) return 'covariance on its border';
  const parametrisation = parametrise(structure, data.visits);
  let parameters = parametrisation.start(guess);
  let at = parametrisation.at(parameters);
  let likelihood = likelihoodOf(data, at);
  for (let steps = 1; likelihood !== undefined && steps <= mostSteps; steps += 1) {
    const sums = sumsAt(likelihood);
    const gradient = gradientOf(sums, at.derivatives);
    const step = stepAt(sums, at, gradient, structure === 'unstructured' && steps > scoringSteps);
    const promised = dot(step, gradient) / 2;
    const isSettled = promised < settled * Math.max(1, Math.abs(likelihood.logLikelihood) / 100);
    const next = isSettled ? undefined : advance(data, likelihood.logLikelihood, parameters, step, parametrisation.at);
    if (next === undefined) {
      if (!(isSettled || promised < rounded) || onBorder(at, guess)) return 'covariance on its border';
      return polished(data, { structure, parameters, at, likelihood, steps });
    }
    ({ parameters, at, likelihood } = next);
  }
  return 'no maximum within the steps allowed';
};

interface Advance {
  readonly parameters: readonly number[];
  readonly at: Parametrised;
  readonly likelihood: RestrictedLikelihood;
}

/** The longest of the step, its half, its quarter … that raises the likelihood. */
const advance = (
  data: Repeated,
  from: number,
  parameters: readonly number[],
  step: readonly number[],
  atOf: (parameters: readonly number[]) => Parametrised,
): Advance | undefined => {
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    const next = parameters.map((value, i) => value + (step[i] ?? 0) / 2 ** halving);
    const at = atOf(next);
    const likelihood = likelihoodOf(data, at);
    if (likelihood !== undefined && likelihood.logLikelihood >= from) return { parameters: next, at, likelihood };
  }
  return undefined;
};
