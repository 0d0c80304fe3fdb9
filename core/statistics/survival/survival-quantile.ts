import type { NotEstimable } from '../counts.ts';
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';

export type QuantileTime = number | NotEstimable<'not reached'>;

export interface SurvivalQuantile {
  readonly probability: number;
  readonly estimate: QuantileTime;
  readonly lower: QuantileTime;
  readonly upper: QuantileTime;
  readonly conventions: { readonly flat: 'middle of the flat step'; readonly interval: 'inverted pointwise band' };
}

/** Products of fractions are rounded: as near as this, a curve stands exactly at the level (survfit's tolerance). */
const tolerance = 1.4901161193847656e-8;

/** A curve by its height from one time on; undefined where it has none. */
interface Height {
  readonly time: number;
  readonly height: number | undefined;
}

/**
 * The time at which a curve passes a level: in the middle where it stands at the level for a while. A band may rise
 * again while few are at risk: then, as in quantile.survfit, the step that comes closest to the level from below.
 */
const passing = (heights: readonly Height[], level: number): QuantileTime => {
  const closestBelow = (limit: number): Height | undefined => {
    const below = heights.filter(({ height }) => height !== undefined && height <= limit);
    const highest = below.reduce((most, { height }) => Math.max(most, height ?? 0), 0);
    return below.find(({ height }) => height === highest);
  };
  const reached = closestBelow(level + tolerance);
  if (reached === undefined) return { notEstimable: 'not reached' };
  const passed = closestBelow(level - tolerance);
  if (passed !== undefined) return (reached.time + passed.time) / 2;
  // It ends at the level: the flat step lasts as long as anybody was followed.
  const last = heights.at(-1);
  return last?.height === undefined ? { notEstimable: 'not reached' } : (reached.time + last.time) / 2;
};

/** One side of the band. Where nobody is left the lower one is 0 like the curve, the upper one not known. */
const bandOf = (steps: readonly SurvivalStep[], side: 'lower' | 'upper'): readonly Height[] =>
  steps.map(({ time, survival, interval }) => {
    if ('lower' in interval) return { time, height: interval[side] };
    return { time, height: side === 'lower' && survival === 0 ? 0 : undefined };
  });

/**
 * The time by which a share `probability` of participants (0.5: the median) had the event, and its interval
 * (`brookmeyer1982`): the times at which the pointwise band of the curve passes that level, so that the interval is of
 * the scale of the curve. Where the curve stands exactly at the level, the middle of that step, as in R's
 * quantile.survfit; other than there, a curve that falls to 0 has passed every level with its lower band too. Domain 0
 * < probability < 1. By hand: events at 1, 2, 3, 4: the curve is ½ from 2 to 3, median 2.5. Against R to 1e-12 (public
 * oracle `kaplan_meier`; `evidence/oracles/time-to-event`).
 */
export const survivalQuantile = ({ steps }: SurvivalCurve, probability = 0.5): SurvivalQuantile => {
  if (!(probability > 0 && probability < 1)) throw new Error(`survival quantile: no time for ${probability}`);
  const level = 1 - probability;
  const curve = steps.map(({ time, survival }) => ({ time, height: survival }));
  return {
    probability,
    estimate: passing(curve, level),
    lower: passing(bandOf(steps, 'lower'), level),
    upper: passing(bandOf(steps, 'upper'), level),
    conventions: { flat: 'middle of the flat step', interval: 'inverted pointwise band' },
  };
};
