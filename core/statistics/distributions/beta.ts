import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * P(X ≤ x) of the beta distribution with shapes a, b > 0: the regularised incomplete beta function; 0 below 0 and 1
 * above 1. Against R's pbeta to 1e-12 relative (`evidence/oracles/beta-binomial`).
 */
export const betaLowerTail = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, a, b, true, false);
};

/** P(X > x), computed as a tail, under the same conditions. */
export const betaUpperTail = (x: number, a: number, b: number): number => {
  if (x <= 0) return 1;
  return x >= 1 ? 0 : betainc(x, a, b, true, true);
};

/** The x with P(X ≤ x) = `lower`, 0 ≤ lower ≤ 1. Against R's qbeta to 1e-10 (`evidence/oracles/beta-binomial`). */
export const betaQuantile = (lower: number, a: number, b: number): number => {
  if (lower <= 0) return 0;
  return lower >= 1 ? 1 : betaincinv(lower, a, b);
};

/** ln of the beta function, a, b > 0. */
export const logBeta = (a: number, b: number): number => gammaln(a) + gammaln(b) - gammaln(a + b);

/** ln of the density at x, where `rest` is 1 − x: given apart so that neither end loses its digits. */
export const betaLogDensity = (x: number, rest: number, a: number, b: number): number =>
  (a === 1 ? 0 : (a - 1) * Math.log(x)) + (b === 1 ? 0 : (b - 1) * Math.log(rest)) - logBeta(a, b);
