import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/** The weights of terms further from the mode than this many standard deviations are below 1e-30. */
const reach = 12;

/**
 * P(T > t) of Student's t with `df` > 0 degrees of freedom, not necessarily whole, and noncentrality `delta`, for t ≥
 * 0: the Poisson mixture of incomplete beta functions (`lenth1989`), in its upper tail, so that all terms are positive
 * where delta ≥ 0. The power of t tests. With delta < 0 good to 1e-14 absolute. Against R's pt to 1e-11
 * (`evidence/oracles/noncentral-t`).
 */
export const noncentralTUpperTail = (t: number, df: number, delta: number): number => {
  if (!(t >= 0 && df > 0)) throw new Error(`noncentral t: no upper tail at ${t} with ${df} df`);
  const rate = (delta * delta) / 2;
  const inside = df / (df + t * t);
  const spread = reach * Math.sqrt(rate) + 60;
  const tail = (shape: number): number => (inside >= 1 ? 1 : betainc(inside, df / 2, shape, true, false));
  let sum = 0;
  for (let j = Math.max(0, Math.floor(rate - spread)); j <= rate + spread; j += 1) {
    const logPower = j === 0 ? -rate : j * Math.log(rate) - rate;
    if (logPower === Number.NEGATIVE_INFINITY) break;
    const odd = (delta / Math.SQRT2) * Math.exp(logPower - gammaln(j + 1.5));
    sum += Math.exp(logPower - gammaln(j + 1)) * tail(j + 0.5) + odd * tail(j + 1);
  }
  return Math.min(1, Math.max(0, sum / 2));
};
