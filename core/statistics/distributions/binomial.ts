import { shareOf, type Weights, weightsFromMode } from './weights.ts';

const weightsOf = (n: number, p: number): Weights => {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  return weightsFromMode(0, n, mode, (k) => ((n - k) / (k + 1)) * odds);
};

/**
 * P(X ≥ x) for X binomial with n trials of probability p, added up term by term, not as 1 − P(X < x).
 * Domain: n a whole number from 1, 0 < p < 1; x any whole number. Relative error below 1e-12 for n up to 5000, against
 * R's pbinom (`evidence/oracles/clopper-pearson`).
 */
export const binomialUpperTail = (x: number, n: number, p: number): number => shareOf(weightsOf(n, p), (k) => k >= x);

/** P(X ≤ x), under the same conditions. */
export const binomialLowerTail = (x: number, n: number, p: number): number => shareOf(weightsOf(n, p), (k) => k <= x);
