import type { Counts, NotEstimable } from '../counts.ts';
import { betaLogDensity, betaLowerTail, betaUpperTail } from '../distributions/beta.ts';
import { integrate } from '../quadrature.ts';
import { type BetaPrior, type PosteriorProblem, refusePosterior } from './beta-posterior.ts';

export interface PosteriorDifference {
  readonly method: 'beta-binomial-difference/1';
  /** Posterior probability that p1 − p0 > −margin. */
  readonly probability: number;
  readonly conventions: {
    readonly direction: 'arm 1 - arm 0';
    readonly margin: number;
    readonly prior: BetaPrior;
    readonly quadrature: 'double exponential';
  };
}

interface Shapes {
  readonly a: number;
  readonly b: number;
}
const posteriorOf = ({ events, of }: Counts, { a, b }: BetaPrior): Shapes => ({ a: a + events, b: b + of - events });

/** P(low < P0 < high and P1 > P0 − margin), or with `isLower` P1 ≤ P0 − margin. */
const joint = (one: Shapes, zero: Shapes, margin: number, low: number, high: number, isLower: boolean): number =>
  integrate(high - low, (fromLow, fromHigh) => {
    const [x, rest] = [low + fromLow, 1 - high + fromHigh];
    const density = Math.exp(betaLogDensity(x, rest, zero.a, zero.b));
    const at = x - margin;
    return density * (isLower ? betaLowerTail(at, one.a, one.b) : betaUpperTail(at, one.a, one.b));
  });

/** The integrand has its peak where P0 has: halving there puts points where the mass is. */
const overParts = (zero: Shapes, low: number, high: number, part: (from: number, to: number) => number): number => {
  const middle = zero.a / (zero.a + zero.b);
  return middle > low && middle < high ? part(low, middle) + part(middle, high) : part(low, high);
};

/**
 * Posterior probability, under independent beta priors, that the proportion of arm 1 exceeds that of arm 0, or with a
 * margin that it is not worse by more (`gelman2013`): one integral over the proportion of arm 0, to about 1e-11; no
 * draws. The smaller of the two sides is integrated, so that a far tail keeps its digits. By hand: with equal counts ½.
 * Against R's integrate to 1e-9 (public oracle `beta_binomial`; `evidence/oracles/beta-binomial`). Domain: −1 < margin
 * < 1.
 */
export const comparePosteriors = (
  arm1: Counts,
  arm0: Counts,
  margin = 0,
  prior: BetaPrior = { a: 1, b: 1 },
): PosteriorDifference | NotEstimable<PosteriorProblem | 'margin not between -1 and 1'> => {
  const refusal = refusePosterior([arm1, arm0], prior);
  if (refusal !== undefined) return refusal;
  if (!(margin > -1 && margin < 1)) return { notEstimable: 'margin not between -1 and 1' };
  const [one, zero] = [posteriorOf(arm1, prior), posteriorOf(arm0, prior)];
  // Below `low` P1 > P0 − margin for certain; above `high` never.
  const [low, high] = [Math.max(0, margin), Math.min(1, 1 + margin)];
  const certain = betaLowerTail(low, zero.a, zero.b);
  const above = overParts(zero, low, high, (from, to) => joint(one, zero, margin, from, to, false));
  const below = overParts(zero, low, high, (from, to) => joint(one, zero, margin, from, to, true));
  const never = betaUpperTail(high, zero.a, zero.b);
  const probability = certain + above < below + never ? certain + above : 1 - below - never;
  return {
    method: 'beta-binomial-difference/1',
    probability,
    conventions: { direction: 'arm 1 - arm 0', margin, prior, quadrature: 'double exponential' },
  };
};
