import type { Counts } from '../counts.ts';

/** Whether the variance carries Miettinen and Nurminen's factor N / (N − 1), or not, as Mee and Farrington-Manning have it. */
export type VarianceFactor = 'N / (N - 1)' | 'none';

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * The root, of the three of the cubic likelihood equation, that is a proportion (`miettinen1985`, appendix). The argument
 * of acos leaves [−1, 1] by rounding, and where the roots nearly meet half of the digits are lost: hence `polish`.
 */
const rootOfCubic = (arm1: Counts, arm0: Counts, difference: number): number => {
  const all = arm1.of + arm0.of;
  const events = arm1.events + arm0.events;
  const c2 = ((arm1.of + 2 * arm0.of) * difference - all - events) / all;
  const c1 = ((arm0.of * difference - all - 2 * arm0.events) * difference + events) / all;
  const c0 = (arm0.events * difference * (1 - difference)) / all;
  const v = (c2 / 3) ** 3 - (c1 * c2) / 6 + c0 / 2;
  const u = Math.sign(v) * Math.sqrt(Math.max(0, (c2 / 3) ** 2 - c1 / 3));
  const angle = u === 0 ? 0 : (Math.PI + Math.acos(within(v / u ** 3, -1, 1))) / 3;
  return 2 * u * Math.cos(angle) - c2 / 3;
};

// A term with a count of zero is absent: on the border it would be 0/0. With a count it is an infinity of the right sign.
const rising = (count: number, rate: number): number => (count > 0 ? count / rate : 0);
const bending = (count: number, rate: number): number => (count > 0 ? count / rate / rate : 0);

/** Slope of the log-likelihood in the rate of arm 0: decreasing all the way. */
const slopeAt = (arm1: Counts, arm0: Counts, rate1: number, rate0: number): number =>
  rising(arm1.events, rate1) -
  rising(arm1.of - arm1.events, 1 - rate1) +
  rising(arm0.events, rate0) -
  rising(arm0.of - arm0.events, 1 - rate0);

const bendAt = (arm1: Counts, arm0: Counts, rate1: number, rate0: number): number =>
  bending(arm1.events, rate1) +
  bending(arm1.of - arm1.events, 1 - rate1) +
  bending(arm0.events, rate0) +
  bending(arm0.of - arm0.events, 1 - rate0);

/** One Newton step; where it would leave the domain, half of the way to the border. */
const improve = (arm1: Counts, arm0: Counts, rate: number, difference: number, low: number, high: number): number => {
  const rate1 = rate + difference;
  const next = rate + slopeAt(arm1, arm0, rate1, rate) / bendAt(arm1, arm0, rate1, rate);
  if (next <= low) return (rate + low) / 2;
  return next >= high ? (rate + high) / 2 : next;
};

/** The border where the likelihood still rises towards it; otherwise the root, polished until it stands. */
const polish = (arm1: Counts, arm0: Counts, difference: number, rough: number): number => {
  const [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  if (low >= high || slopeAt(arm1, arm0, within(low + difference, 0, 1), low) <= 0) return low;
  if (slopeAt(arm1, arm0, within(high + difference, 0, 1), high) >= 0) return high;
  const margin = (high - low) * 1e-12;
  let rate = within(rough, low + margin, high - margin);
  for (let step = 0; step < 20; step += 1) {
    const next = improve(arm1, arm0, rate, difference, low, high);
    const settled = Math.abs(next - rate) <= 1e-15;
    rate = next;
    if (settled) break;
  }
  return rate;
};

/** Rates of both arms that are most likely when their difference, arm 1 − arm 0, is given (−1 … 1). */
export const ratesGivenDifference = (
  arm1: Counts,
  arm0: Counts,
  difference: number,
): { readonly rate1: number; readonly rate0: number } => {
  const rate0 = polish(arm1, arm0, difference, rootOfCubic(arm1, arm0, difference));
  return { rate0, rate1: within(rate0 + difference, 0, 1) };
};

/** Variance of the observed difference when the true one is `difference`, at the rates that are then most likely. */
export const varianceGivenDifference = (
  arm1: Counts,
  arm0: Counts,
  difference: number,
  factor: VarianceFactor,
): number => {
  const { rate1, rate0 } = ratesGivenDifference(arm1, arm0, difference);
  const all = arm1.of + arm0.of;
  const variance = (rate1 * (1 - rate1)) / arm1.of + (rate0 * (1 - rate0)) / arm0.of;
  return factor === 'none' ? variance : (variance * all) / (all - 1);
};

/**
 * Score statistic of the hypothesis that the proportions differ by `difference` (arm 1 − arm 0): positive where the
 * observed difference is larger. Compared with the standard normal distribution (`miettinen1985`, `mee1984`,
 * `farrington1990`). For non-inferiority of a success rate give −margin, and reject for large z.
 * Domain: counts as `refuseCounts` lets them pass, −1 ≤ difference ≤ 1. May be ±Infinity at ±1, is never NaN.
 * Against a base R root of the score to 1e-12 (`evidence/oracles/miettinen-nurminen`).
 */
export const scoreOfDifference = (arm1: Counts, arm0: Counts, difference: number, factor: VarianceFactor): number => {
  const distance = arm1.events / arm1.of - arm0.events / arm0.of - difference;
  if (Math.abs(distance) < 4e-16) return 0; // the proportions themselves are rounded to that
  return distance / Math.sqrt(varianceGivenDifference(arm1, arm0, difference, factor));
};
