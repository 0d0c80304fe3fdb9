import type { Counts, NotEstimable } from '../counts.ts';
import { normalUpperTail } from '../distributions/normal.ts';
import { computeDifferenceInterval } from '../intervals/miettinen-nurminen.ts';
import { computeWaldDifference, unpooledStandardError } from '../intervals/wald-difference.ts';
import { scoreOfDifference } from './difference-score.ts';

/** A test together with the interval of the same statistic. */
export type NonInferiorityPair = 'miettinen-nurminen' | 'farrington-manning with mee' | 'wald';

/** Whether the counted event is wanted (a response) or not (a failure). */
export type WantedDirection = 'more events are better' | 'fewer events are better';

export interface NonInferiority {
  readonly method: 'non-inferiority/1';
  /** Proportion of arm 1 − proportion of arm 0. */
  readonly estimate: number;
  /** Two-sided, of confidence 1 − 2·alpha. */
  readonly lower: number;
  readonly upper: number;
  /** Positive where arm 1 is better than the margin allows; without bound where Wald's variance is zero. */
  readonly z: number | 'unbounded above' | 'unbounded below';
  readonly p: number;
  readonly isNonInferior: boolean;
  readonly conventions: {
    readonly pair: NonInferiorityPair;
    readonly margin: number;
    readonly alphaOneSided: number;
    readonly direction: WantedDirection;
    readonly differences: 'arm 1 - arm 0';
  };
}

export interface NonInferiorityQuestion {
  /** How much worse arm 1 may be, as a positive difference of proportions. */
  readonly margin: number;
  readonly direction: WantedDirection;
  readonly alphaOneSided?: number;
  readonly pair?: NonInferiorityPair;
}

const intervalOf = (pair: NonInferiorityPair, arm1: Counts, arm0: Counts, confidence: number) => {
  switch (pair) {
    case 'miettinen-nurminen':
      return computeDifferenceInterval(arm1, arm0, confidence);
    case 'farrington-manning with mee':
      return computeDifferenceInterval(arm1, arm0, confidence, 'none');
    case 'wald':
      return computeWaldDifference(arm1, arm0, confidence);
    default:
      throw new Error(`unknown pair ${pair satisfies never}`);
  }
};

/** z of the hypothesis that the difference is `difference`; without variance ±Infinity, and 0 at the difference itself. */
const scoreOf = (pair: NonInferiorityPair, arm1: Counts, arm0: Counts, difference: number): number => {
  if (pair !== 'wald') {
    return scoreOfDifference(arm1, arm0, difference, pair === 'miettinen-nurminen' ? 'N / (N - 1)' : 'none');
  }
  const distance = arm1.events / arm1.of - arm0.events / arm0.of - difference;
  return Math.abs(distance) < 4e-16 ? 0 : distance / unpooledStandardError(arm1, arm0);
};

/**
 * Non-inferiority of arm 1 to arm 0 by a margin on the difference of proportions: z, one-sided p and the two-sided
 * interval of confidence 1 − 2·alpha from the same statistic, so that they cannot disagree: arm 1 is non-inferior
 * exactly when the interval lies on the good side of the margin. Default: Miettinen and Nurminen (`miettinen1985`); Farrington and
 * Manning's z goes with Mee's interval (`farrington1990`, `mee1984`); Wald only as a sensitivity analysis.
 * The margin is positive, and the question says whether events are wanted. Against 160-bit arithmetic to 1e-12
 * (`evidence/oracles/public`) and base R (`evidence/oracles/non-inferiority`).
 * Refuses what the interval refuses, a margin outside 0 … 1, and an alpha outside 0 … 1/2.
 */
export const testNonInferiority = (
  arm1: Counts,
  arm0: Counts,
  { margin, direction, alphaOneSided = 0.025, pair = 'miettinen-nurminen' }: NonInferiorityQuestion,
): NonInferiority | NotEstimable | NotEstimable<'margin not between 0 and 1' | 'alpha not between 0 and 1/2'> => {
  if (!(margin > 0 && margin < 1)) return { notEstimable: 'margin not between 0 and 1' };
  if (!(alphaOneSided > 0 && alphaOneSided < 0.5)) return { notEstimable: 'alpha not between 0 and 1/2' };
  const interval = intervalOf(pair, arm1, arm0, 1 - 2 * alphaOneSided);
  if ('notEstimable' in interval) return interval;
  const { estimate, lower, upper } = interval;
  const wantsMore = direction === 'more events are better';
  const z = wantsMore ? scoreOf(pair, arm1, arm0, -margin) : -scoreOf(pair, arm1, arm0, margin);
  return {
    method: 'non-inferiority/1',
    estimate,
    lower,
    upper,
    z: Number.isFinite(z) ? z : z > 0 ? 'unbounded above' : 'unbounded below',
    p: normalUpperTail(z),
    isNonInferior: wantsMore ? lower > -margin : upper < margin,
    conventions: { pair, margin, alphaOneSided, direction, differences: 'arm 1 - arm 0' },
  };
};
