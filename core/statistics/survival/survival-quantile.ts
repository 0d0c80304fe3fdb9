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

/** The time at which a falling curve passes a level: in the middle where it stands at the level for a while. */
const passing = (
  steps: readonly SurvivalStep[],
  height: (step: SurvivalStep) => number | undefined,
  level: number,
): QuantileTime => {
  const falls = (by: number) => (step: SurvivalStep) => {
    const found = height(step);
    return found !== undefined && found <= level + by;
  };
  const reached = steps.find(falls(tolerance));
  if (reached === undefined) return { notEstimable: 'not reached' };
  const passed = steps.find(falls(-tolerance));
  if (passed !== undefined) return (reached.time + passed.time) / 2;
  // It ends at the level: the flat step lasts as long as anybody was followed.
  const last = steps.at(-1);
  return last !== undefined && height(last) !== undefined
    ? (reached.time + last.time) / 2
    : { notEstimable: 'not reached' };
};

/**
 * The time by which a share `probability` of participants (0.5: the median) had the event, and its interval
 * (`brookmeyer1982`): the times at which the pointwise band of the curve passes the same level, so that the interval is of
 * the scale of the curve. Where the curve stands exactly at the level, the middle of that step, as in R's
 * quantile.survfit. Domain 0 < probability < 1. Against it to 1e-12 (public oracle `kaplan_meier`;
 * `evidence/oracles/time-to-event`).
 */
export const survivalQuantile = ({ steps }: SurvivalCurve, probability = 0.5): SurvivalQuantile => {
  if (!(probability > 0 && probability < 1)) throw new Error(`survival quantile: no time for ${probability}`);
  const level = 1 - probability;
  const end = (side: 'lower' | 'upper') => (step: SurvivalStep) =>
    'notEstimable' in step.interval ? undefined : step.interval[side];
  return {
    probability,
    estimate: passing(steps, ({ survival }) => survival, level),
    lower: passing(steps, end('lower'), level),
    upper: passing(steps, end('upper'), level),
    conventions: { flat: 'middle of the flat step', interval: 'inverted pointwise band' },
  };
};
