import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';

/** Whether the limits carry Newcombe's correction of 1 / (2n). */
export type ScoreCorrection = 'none' | 'continuity';

export interface WilsonInterval {
  readonly method: 'wilson/1';
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly correction: ScoreCorrection;
  };
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

const plainLimits = ({ events, of }: Counts, z: number): Limits => {
  const share = events / of;
  const [middle, half] = [2 * events + z * z, z * Math.sqrt(z * z + 4 * events * (1 - share))];
  return { lower: (middle - half) / (2 * (of + z * z)), upper: (middle + half) / (2 * (of + z * z)) };
};

const correctedLimits = ({ events, of }: Counts, z: number): Limits => {
  const [share, below] = [events / of, 2 * (of + z * z)];
  const root = (sign: 1 | -1): number =>
    Math.sqrt(Math.max(0, z * z + sign * 2 - 1 / of + 4 * share * (of - events - sign)));
  return {
    lower: Math.max(0, (2 * events + z * z - 1 - z * root(-1)) / below),
    upper: Math.min(1, (2 * events + z * z + 1 + z * root(1)) / below),
  };
};

/**
 * Score interval of one proportion (`wilson1927`): all proportions that the normal score test does not reject; with
 * `'continuity'` the corrected limits of `newcombe1998single`. Without events the lower end is exactly 0,
 * with nothing but events the upper exactly 1. Against R's prop.test to 1e-12 (`evidence/oracles/wilson`).
 * Refuses counts that are no counts, no participants, a confidence outside 0 … 1.
 */
export const computeWilson = (
  counts: Counts,
  confidence = 0.95,
  correction: ScoreCorrection = 'none',
): WilsonInterval | NotEstimable => {
  const refusal = refuseCounts([counts], confidence);
  if (refusal !== undefined) return refusal;
  const z = -normalQuantile((1 - confidence) / 2);
  const { lower, upper } = correction === 'none' ? plainLimits(counts, z) : correctedLimits(counts, z);
  return {
    method: 'wilson/1',
    estimate: counts.events / counts.of,
    lower: counts.events === 0 ? 0 : lower,
    upper: counts.events === counts.of ? 1 : upper,
    conventions: { confidence, sides: 'two-sided, equal tails', correction },
  };
};
