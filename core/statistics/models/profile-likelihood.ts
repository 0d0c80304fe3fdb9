import { turningPoint } from '../bisection.ts';
import { chiSquareQuantile, chiSquareUpperTail } from '../distributions/chi-square.ts';
import { type Ascent, climb, type Summit } from './newton-ascent.ts';

export interface ProfileInterval {
  readonly estimate: number;
  readonly lower: number | 'unbounded';
  readonly upper: number | 'unbounded';
  /** Of the hypothesis that the coefficient is 0, the others free. */
  readonly likelihoodRatio: { readonly statistic: number; readonly twoSided: number };
}

export type ProfileProblem = 'profile without a maximum';

/** The other coefficients, looked for on the line from the top through the last point of the profile. */
const predicted = (summit: Summit, last: readonly number[], held: number, value: number): readonly number[] => {
  const top = summit.point[held] ?? 0;
  const walked = (last[held] ?? 0) - top;
  const share = walked === 0 ? 0 : (value - top) / walked;
  return summit.point.map((own, index) => (index === held ? value : own + share * ((last[index] ?? 0) - own)));
};

const mostHalvings = 8;

/**
 * Twice what the log-likelihood loses when one coefficient is held at a value and the others are free; each ascent starts
 * from where the last one ended, and where it leads nowhere the way is halved. Not a number where there is no top.
 */
const lossOf = (heightAt: Ascent['heightAt'], summit: Summit, held: number): ((value: number) => number) => {
  const free = summit.point.flatMap((_, index) => (index === held ? [] : [index]));
  let last = summit.point;
  const walkTo = (value: number, halvings: number): number => {
    const top = climb({ heightAt, start: predicted(summit, last, held, value), free });
    if (!('notEstimable' in top)) {
      last = top.point;
      return 2 * (summit.height.value - top.height.value);
    }
    if (halvings === mostHalvings) return Number.NaN;
    const middle = walkTo(((last[held] ?? 0) + value) / 2, halvings + 1);
    return Number.isNaN(middle) ? middle : walkTo(value, halvings + 1);
  };
  return (value) => walkTo(value, 0);
};

/** The loss at 0, walked to in paces of about `step`, so that each ascent starts near its top. */
const lossAtZero = (loss: (value: number) => number, estimate: number, step: number): number => {
  const paces = Math.min(100, Math.ceil(Math.abs(estimate) / step));
  for (let pace = 1; pace < paces; pace += 1) loss(estimate * (1 - pace / paces));
  return Math.max(0, loss(0));
};

const mostDoublings = 20;

/** The end of the interval in one direction: the distance is doubled until the loss is too large, then halved. */
const endOf = (
  loss: (value: number) => number,
  from: number,
  reach: number,
  limit: number,
): number | 'unbounded' | 'no maximum' => {
  let [inside, far, outside] = [from, reach, from + reach];
  for (let doubling = 0; !(loss(outside) > limit); doubling += 1) {
    if (Number.isNaN(loss(outside))) return 'no maximum';
    if (doubling === mostDoublings) return 'unbounded';
    far *= 2;
    [inside, outside] = [outside, from + far];
  }
  const [low, high] = [Math.min(inside, outside), Math.max(inside, outside)];
  // Below, the loss is too large first; above, it becomes so.
  return turningPoint(low, high, (value) => loss(value) > limit === reach < 0);
};

/**
 * Profile likelihood interval of one coefficient: all values with which the log-likelihood, the others free, loses at most
 * half the chi-square quantile (`venzon1988`); and the likelihood ratio test of 0. `step` is a first distance to look at, such
 * as two standard errors. Ends to the digits that the log-likelihood carries, about 1e-8 of a standard error.
 */
export const profileOf = (
  heightAt: Ascent['heightAt'],
  summit: Summit,
  held: number,
  step: number,
  confidence: number,
): ProfileInterval | { readonly notEstimable: ProfileProblem } => {
  const limit = chiSquareQuantile(1 - confidence, 1);
  const estimate = summit.point[held] ?? 0;
  const endIn = (reach: number) => endOf(lossOf(heightAt, summit, held), estimate, reach, limit);
  const [lower, upper] = [endIn(-step), endIn(step)];
  const statistic = lossAtZero(lossOf(heightAt, summit, held), estimate, step);
  if (lower === 'no maximum' || upper === 'no maximum' || Number.isNaN(statistic)) {
    return { notEstimable: 'profile without a maximum' };
  }
  return {
    estimate,
    lower,
    upper,
    likelihoodRatio: { statistic, twoSided: chiSquareUpperTail(statistic, 1) },
  };
};
