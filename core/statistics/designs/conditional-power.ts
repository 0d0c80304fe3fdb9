import type { NotEstimable } from '../counts.ts';
import { normalLowerTail } from '../distributions/normal.ts';

/** An interim look at a z statistic. */
export interface InterimLook {
  readonly z: number;
  /** Share of the final information, between 0 and 1. */
  readonly information: number;
  /** The trial succeeds when the final z exceeds this. */
  readonly critical: number;
  /** Expected final z under the design. */
  readonly drift: number;
}

/** Chance of success at the end, given the look. */
export interface ConditionalPower {
  readonly method: 'conditional-power/1';
  /** When the rest follows the design, the trend seen so far, or the hypothesis of no difference. */
  readonly design: number;
  readonly trend: number;
  readonly hypothesis: number;
  /** Averaged over what the look leaves possible, with a flat prior. */
  readonly predictive: number;
  readonly conventions: { readonly direction: 'large z is success' };
}

/**
 * Chance that a trial succeeds given its z statistic at a share of the information (`jennison2000`, chapter 10). By
 * hand: with z = 1.2 at half, 1.96 needed, no difference: Φ((1.2·√½ − 1.96)/√½) = Φ(−1.572) = .058. Against the closed
 * form in R to 1e-12 (public oracle `conditional_power`; `evidence/oracles/group-sequential`). Domain 0 < information <
 * 1.
 */
export const computeConditionalPower = ({
  z,
  information,
  critical,
  drift,
}: InterimLook): ConditionalPower | NotEstimable<'not a number' | 'information not between 0 and 1'> => {
  if (![z, critical, drift].every(Number.isFinite)) return { notEstimable: 'not a number' };
  if (!(information > 0 && information < 1)) return { notEstimable: 'information not between 0 and 1' };
  const [root, rest] = [Math.sqrt(information), 1 - information];
  const given = (expected: number): number =>
    normalLowerTail((z * root + expected * rest - critical) / Math.sqrt(rest));
  return {
    method: 'conditional-power/1',
    design: given(drift),
    trend: given(z / root),
    hypothesis: given(0),
    predictive: normalLowerTail((z - critical * root) / Math.sqrt(rest)),
    conventions: { direction: 'large z is success' },
  };
};
