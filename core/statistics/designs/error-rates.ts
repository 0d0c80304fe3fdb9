import type { NotEstimable } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';

/** The risks that a design takes. */
export interface ErrorRates {
  /** One-sided chance of a false positive, between 0 and ½. */
  readonly alpha: number;
  /** Chance of finding the difference that is supposed, above alpha and below 1. */
  readonly power: number;
}

/** Why a design has no size. */
export type SizingProblem =
  | 'alpha not between 0 and a half'
  | 'power not between alpha and 1'
  | 'ratio not above 0'
  | 'proportion not between 0 and 1'
  | 'nothing to detect';

/**
 * The first thing that keeps a design with these risks, and this allocation ratio arm 1 : arm 0, from having a size.
 */
export const refuseErrorRates = ({ alpha, power }: ErrorRates, ratio = 1): NotEstimable<SizingProblem> | undefined => {
  if (!(alpha > 0 && alpha < 0.5)) return { notEstimable: 'alpha not between 0 and a half' };
  if (!(power > alpha && power < 1)) return { notEstimable: 'power not between alpha and 1' };
  return ratio > 0 && Number.isFinite(ratio) ? undefined : { notEstimable: 'ratio not above 0' };
};

/** Normal quantiles of both risks. */
export const quantilesOf = ({
  alpha,
  power,
}: ErrorRates): { readonly forAlpha: number; readonly forPower: number } => ({
  forAlpha: -normalQuantile(alpha),
  forPower: normalQuantile(power),
});
