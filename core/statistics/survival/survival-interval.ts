import type { NotEstimable } from '../counts.ts';

/** The scale on which the interval of a survival probability is symmetric. */
export type SurvivalScale = 'log-log' | 'log' | 'plain';

export interface SurvivalEnds {
  readonly lower: number;
  readonly upper: number;
}

/** Nobody at risk went on, or nobody had the event: the scale has no place for it. */
export type NoSurvivalEnds = NotEstimable<'nobody left' | 'no event yet'>;

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Interval of a survival probability from Greenwood's sum (the variance of ln S), at the normal quantile z > 0.
 * `log-log` (`kalbfleisch1980`; the default of SAS) stays between 0 and 1; `log` (the default of R's survfit) and
 * `plain` are cut there. At S = 1 the error is 0: `log` and `plain` say 1 … 1, `log-log` has no interval, as in
 * survfit; at S = 0 Greenwood's sum is infinite and none has one.
 */
export const survivalEnds = (
  survival: number,
  greenwood: number,
  z: number,
  scale: SurvivalScale,
): SurvivalEnds | NoSurvivalEnds => {
  if (survival <= 0) return { notEstimable: 'nobody left' };
  if (survival >= 1) return scale === 'log-log' ? { notEstimable: 'no event yet' } : { lower: 1, upper: 1 };
  const reach = z * Math.sqrt(greenwood);
  switch (scale) {
    case 'log-log': {
      const factor = Math.exp(reach / -Math.log(survival));
      return { lower: survival ** factor, upper: survival ** (1 / factor) };
    }
    case 'log':
      return { lower: survival * Math.exp(-reach), upper: within(survival * Math.exp(reach)) };
    case 'plain':
      return { lower: within(survival * (1 - reach)), upper: within(survival * (1 + reach)) };
    default:
      throw new Error(`survival interval: no scale ${scale satisfies never}`);
  }
};
