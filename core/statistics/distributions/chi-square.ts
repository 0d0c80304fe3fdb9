import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';

/**
 * P(X > x) of the chi-square distribution: the regularised upper incomplete gamma function of x / 2, computed directly.
 * Domain: x ≥ 0 (below, everything lies above), degrees of freedom > 0. Against R's pchisq to 1e-12 relative
 * (`evidence/oracles/chi-square`) up to 1,000 degrees of freedom; from about 2,000 on the function that it rests on is off
 * by about 1 %, which no test here comes near.
 */
export const chiSquareUpperTail = (x: number, degreesOfFreedom: number): number => {
  if (x <= 0) return 1;
  return x === Number.POSITIVE_INFINITY ? 0 : gammainc(x / 2, degreesOfFreedom / 2, true, true);
};

/** P(X ≤ x), under the same conditions. */
export const chiSquareLowerTail = (x: number, degreesOfFreedom: number): number => {
  if (x <= 0) return 0;
  return x === Number.POSITIVE_INFINITY ? 1 : gammainc(x / 2, degreesOfFreedom / 2, true, false);
};

/** The x with P(X > x) = `upper`, 0 < upper < 1. */
export const chiSquareQuantile = (upper: number, degreesOfFreedom: number): number =>
  2 * gammaincinv(upper, degreesOfFreedom / 2, true);
