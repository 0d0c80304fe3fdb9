import erfc from '@stdlib/math-base-special-erfc';

/**
 * P(Z > z) of the standard normal distribution: half the complementary error function of z / √2, so that a far tail keeps
 * its digits (down to 1e-300). Domain: any z, also ±Infinity. Against R's pnorm to 1e-12 relative
 * (`evidence/oracles/normal`).
 */
export const normalUpperTail = (z: number): number => erfc(z / Math.SQRT2) / 2;

/** P(Z ≤ z), under the same conditions. */
export const normalLowerTail = (z: number): number => normalUpperTail(-z);

/** P(|Z| ≥ |z|): the two-sided p value of a statistic that is standard normal under the hypothesis. */
export const normalTwoSided = (z: number): number => erfc(Math.abs(z) / Math.SQRT2);
