import { usualLimits } from '#core/deviations/deviation-limits.ts';

/** From where on an edit check asks. All are assumptions that a study may replace. */
export interface CheckLimits {
  /** Days after a visit within which it is to be entered, and before which nothing is asked as missing. */
  readonly daysToEnter: number;
  /** How many times a value may be that of the visit before, or the other way round. */
  readonly timesOfBefore: number;
}

/** Ten times: a decimal point that slipped, and more than the course of a disease brings from visit to visit. */
export const usualCheckLimits: CheckLimits = { daysToEnter: usualLimits.daysToEnter, timesOfBefore: 10 };
