import type { NotEstimable } from '../counts.ts';

/** The scale on which the interval of a survival probability is symmetric. */
export type SurvivalScale = 'log-log' | 'log' | 'plain';

export interface SurvivalEnds {
  readonly lower: number;
  readonly upper: number;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Interval of a survival probability from Greenwood's sum (the variance of ln S), at the normal quantile z > 0. `log-log`
 * (`kalbfleisch1980`; the default of SAS) stays between 0 and 1; `log` (the default of R's survfit) and `plain` are cut
 * there. At S = 1 all are 1 … 1, as in survfit; at S = 0 the sum is infinite and there is none.
 */
export const survivalEnds = (
  survival: number,
  greenwood: number,
  z: number,
  scale: SurvivalScale,
): SurvivalEnds | NotEstimable<'nobody left'> => {
  if (survival <= 0) return { notEstimable: 'nobody left' };
  if (survival >= 1) return { lower: 1, upper: 1 };
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
