import { shareOf, type Weights, weightsFromMode } from './weights.ts';

/** From 0 to where nothing of the distribution is left, and past x. */
const weightsOf = (x: number, mean: number): Weights => {
  const high = Math.max(Math.ceil(mean + 40 * Math.sqrt(mean) + 60), x + 60);
  return weightsFromMode(0, high, Math.floor(mean), (k) => mean / (k + 1));
};

/**
 * P(X ≤ x) for X Poisson with mean λ, added up term by term. Domain: x a whole number from 0, 0 < λ ≤ 1e6. Against R's
 * ppois to 1e-11 relative (`evidence/oracles/poisson-rate`).
 */
export const poissonLowerTail = (x: number, mean: number): number => shareOf(weightsOf(x, mean), (k) => k <= x);

/** P(X ≥ x), under the same conditions. */
export const poissonUpperTail = (x: number, mean: number): number => shareOf(weightsOf(x, mean), (k) => k >= x);
