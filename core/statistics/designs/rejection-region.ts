import type { Counts } from '../counts.ts';
import { binomialProbabilities } from '../distributions/binomial.ts';

/** Which tables of two arms a test rejects, so that its chance at any two rates is a sum and no test is asked again. */
export interface RejectionRegion {
  readonly n1: number;
  readonly n0: number;
  /** `rejects[x1 * (n0 + 1) + x0]` is 1 where the test rejects. */
  readonly rejects: Uint8Array;
}

/** Asks a test of every table of two arms with so many participants (1 to 1,000 each). */
export const rejectionRegion = (
  n1: number,
  n0: number,
  test: (arm1: Counts, arm0: Counts) => boolean,
): RejectionRegion => {
  const rejects = new Uint8Array((n1 + 1) * (n0 + 1));
  for (let x1 = 0; x1 <= n1; x1 += 1)
    for (let x0 = 0; x0 <= n0; x0 += 1)
      if (test({ events: x1, of: n1 }, { events: x0, of: n0 })) rejects[x1 * (n0 + 1) + x0] = 1;
  return { n1, n0, rejects };
};

/** The exact chance that the test rejects where each arm responds at its rate (0 … 1); no rounding. */
export const chanceOfRejection = ({ n1, n0, rejects }: RejectionRegion, p1: number, p0: number): number => {
  const [weights1, weights0] = [binomialProbabilities(n1, p1), binomialProbabilities(n0, p0)];
  let chance = 0;
  weights1.forEach((weight1, x1) => {
    let row = 0;
    weights0.forEach((weight0, x0) => {
      if (rejects[x1 * (n0 + 1) + x0] === 1) row += weight0;
    });
    chance += weight1 * row;
  });
  return chance;
};

/** The largest chance to reject on the border of the hypothesis, and the rate of arm 0 at which it is met. */
export interface ExactSize {
  readonly size: number;
  readonly at: number;
}

const coarse = 400;

/**
 * The exact size of a test: the largest chance to reject over all rates whose difference, arm 1 − arm 0, is on the border
 * of the hypothesis (0 for superiority, −margin for non-inferiority). Sought on 401 rates and then between the
 * neighbours of the best: to about 1e-9 where the chance has one peak there.
 */
export const exactSize = (region: RejectionRegion, difference = 0): ExactSize => {
  const [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  const at = (rate: number): ExactSize => ({ size: chanceOfRejection(region, rate + difference, rate), at: rate });
  const better = (a: ExactSize, b: ExactSize): ExactSize => (b.size > a.size ? b : a);
  const step = (high - low) / coarse;
  let best = Array.from({ length: coarse + 1 }, (_, index) => at(Math.min(high, low + index * step))).reduce(better);
  for (let width = step; width > 1e-7; width /= 2)
    best = [Math.max(low, best.at - width / 2), Math.min(high, best.at + width / 2)].map(at).reduce(better, best);
  return best;
};
