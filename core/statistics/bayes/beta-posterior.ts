import { turningPoint } from '../bisection.ts';
import type { Counts, NotEstimable } from '../counts.ts';
import { betaLogDensity, betaQuantile, betaUpperTail } from '../distributions/beta.ts';

/** A beta prior of a proportion: as if `a` participants with and `b` without the event had been seen; both above 0. */
export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

export type PosteriorProblem = 'prior not above 0' | 'no counts' | 'probability not between 0 and 1';

/** Lower and upper end. */
export type PosteriorEnds = readonly [lower: number, upper: number];

export interface BetaPosterior {
  readonly method: 'beta-binomial/1';
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly equalTailed: PosteriorEnds;
  /** The shortest interval; it has no meaning where the density has no single peak. */
  readonly highestDensity: PosteriorEnds | NotEstimable<'no single peak'>;
  readonly conventions: { readonly prior: BetaPrior; readonly probability: number };
}

/** The first thing that keeps a prior from being updated by these counts; no participants leave it as it is. */
export const refusePosterior = (
  groups: readonly Counts[],
  prior: BetaPrior,
  probability = 0.95,
): NotEstimable<PosteriorProblem> | undefined => {
  const isShape = (shape: number): boolean => shape > 0 && Number.isFinite(shape);
  if (!isShape(prior.a) || !isShape(prior.b)) return { notEstimable: 'prior not above 0' };
  const areCounts = ({ events, of }: Counts): boolean =>
    Number.isInteger(events) && Number.isInteger(of) && events >= 0 && events <= of;
  if (!groups.every(areCounts)) return { notEstimable: 'no counts' };
  return probability > 0 && probability < 1 ? undefined : { notEstimable: 'probability not between 0 and 1' };
};

const highestDensity = (a: number, b: number, probability: number): BetaPosterior['highestDensity'] => {
  if (a <= 1 && b <= 1) return { notEstimable: 'no single peak' };
  if (b <= 1) return [betaQuantile(1 - probability, a, b), 1];
  if (a <= 1) return [0, betaQuantile(probability, a, b)];
  const densityAt = (tail: number): number => {
    const x = betaQuantile(tail, a, b);
    return betaLogDensity(x, 1 - x, a, b);
  };
  const below = turningPoint(0, 1 - probability, (tail) => densityAt(tail) < densityAt(tail + probability));
  return [betaQuantile(below, a, b), betaQuantile(below + probability, a, b)];
};

/**
 * What is known of a proportion after these counts (`gelman2013`, chapter 2): a beta prior becomes the beta
 * distribution with the events added to a and the others to b. Mean, and intervals that hold it with `probability`:
 * equal tails, and highest density. By hand: 12 of 20 on Beta(1, 1) is Beta(13, 9), mean 13/22. Against R's qbeta to
 * 1e-10 (public oracle `beta_binomial`; `evidence/oracles/beta-binomial`). Refuses counts that are no counts and priors
 * that are not proper.
 */
export const updateBeta = (
  counts: Counts,
  prior: BetaPrior = { a: 1, b: 1 },
  probability = 0.95,
): BetaPosterior | NotEstimable<PosteriorProblem> => {
  const refusal = refusePosterior([counts], prior, probability);
  if (refusal !== undefined) return refusal;
  const [a, b] = [prior.a + counts.events, prior.b + counts.of - counts.events];
  const tail = (1 - probability) / 2;
  return {
    method: 'beta-binomial/1',
    a,
    b,
    mean: a / (a + b),
    equalTailed: [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)],
    highestDensity: highestDensity(a, b, probability),
    conventions: { prior, probability },
  };
};

/** Posterior probability that the proportion is above p0. */
export const probabilityAbove = ({ a, b }: Pick<BetaPosterior, 'a' | 'b'>, p0: number): number =>
  betaUpperTail(p0, a, b);
