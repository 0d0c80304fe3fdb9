import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/**
 * P(|T| ≥ |t|) for Student's t with `df` > 0 degrees of freedom, which need not be whole; computed as a tail, so that
 * small ones keep their digits. Against R's pt to 1e-12 relative (`evidence/oracles/student-t`).
 */
export const studentTwoSidedTail = (t: number, df: number): number => {
  const inside = betainc((t * t) / (df + t * t), 0.5, df / 2, true, false);
  return inside < 0.5 ? 1 - inside : betainc(df / (df + t * t), df / 2, 0.5, true, false);
};

/** P(T ≥ t), under the same conditions. */
export const studentUpperTail = (t: number, df: number): number => {
  const half = studentTwoSidedTail(t, df) / 2;
  return t >= 0 ? half : 1 - half;
};

/**
 * The t > 0 with P(|T| ≥ t) = alpha, 0 < alpha < 1: 2.086 for 0.05 and 20. Against R's qt to 1e-11 relative
 * (`evidence/oracles/student-t`).
 */
export const studentTwoSidedQuantile = (alpha: number, df: number): number => {
  if (!(alpha > 0 && alpha < 1 && df > 0)) throw new Error(`student t: no quantile of ${alpha} with ${df} df`);
  const far = betaincinv(alpha, df / 2, 0.5);
  if (far < 0.5) return Math.sqrt((df * (1 - far)) / far);
  const near = betaincinv(alpha, 0.5, df / 2, true);
  return Math.sqrt((df * near) / (1 - near));
};
