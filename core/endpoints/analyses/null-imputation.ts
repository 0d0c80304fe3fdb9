import type { NotEstimable } from '#core/statistics/counts.ts';
import { betaQuantile } from '#core/statistics/distributions/beta.ts';
import { poolImputations } from '#core/statistics/missing/rubin.ts';
import type { ArmWithMissing } from '#core/statistics/missing/tipping-point.ts';
import { inferByStudent } from '#core/statistics/tests/student-t-test.ts';
import type { Estimated } from './estimate-row.ts';
import { imputations } from './imputation-stream.ts';

interface NullQuestion {
  readonly margin: number;
  readonly alphaOneSided: number;
}

/** Who of those not known responded in one completed data set, arm by arm. */
export interface NullDraw {
  readonly arm1: readonly boolean[];
  readonly arm0: readonly boolean[];
}

export type NullImputation = Estimated & { readonly draws: readonly NullDraw[] };

const drawResponses = (of: number, rate: number, uniform: () => number): readonly boolean[] =>
  Array.from({ length: of }, () => uniform() < rate);

const countOf = (drawn: readonly boolean[]): number => drawn.filter((each) => each).length;

const estimateOf = (events1: number, of1: number, events0: number, of0: number) => {
  const [rate1, rate0] = [events1 / of1, events0 / of0];
  return { estimate: rate1 - rate0, variance: (rate1 * (1 - rate1)) / of1 + (rate0 * (1 - rate0)) / of0 };
};

/**
 * Non-inferiority with those not known drawn as the null hypothesis has them: of the control at its rate, of the new
 * treatment at that rate less the margin, so that filling in cannot bring the arms together. The rate of the control is
 * drawn from its posterior (beta, Jeffreys' prior, `brown2001`) in each of the data sets; differences with Wald's variance are pooled
 * by Rubin's rules (`rubin1987`, `barnard1999`). p is of one side: t of the margin. Numbers are asked of `uniform` in order.
 * Refuses an arm of whom nobody is known, and rates that do not vary.
 */
export const imputeUnderNull = (
  arm1: ArmWithMissing,
  arm0: ArmWithMissing,
  { margin, alphaOneSided }: NullQuestion,
  uniform: () => number,
): NullImputation | NotEstimable<string> => {
  if (arm1.of === 0 || arm0.of === 0) return { notEstimable: 'nobody known in an arm' };
  const [of1, of0] = [arm1.of + arm1.missing, arm0.of + arm0.missing];
  const draws = Array.from({ length: imputations }, (): NullDraw => {
    const rate0 = betaQuantile(uniform(), arm0.events + 0.5, arm0.of - arm0.events + 0.5);
    const drawn1 = drawResponses(arm1.missing, Math.max(0, rate0 - margin), uniform);
    return { arm1: drawn1, arm0: drawResponses(arm0.missing, rate0, uniform) };
  });
  const sets = draws.map((drawn) =>
    estimateOf(arm1.events + countOf(drawn.arm1), of1, arm0.events + countOf(drawn.arm0), of0),
  );
  const pooled = poolImputations(sets, of1 + of0 - 2, 1 - 2 * alphaOneSided);
  if ('notEstimable' in pooled) return pooled;
  const { estimate, lower, upper, standardError, df } = pooled.inference;
  const { t, twoSided } = inferByStudent(estimate + margin, standardError, df, 0.95);
  return {
    estimate,
    lower,
    upper,
    p: t > 0 ? twoSided / 2 : 1 - twoSided / 2,
    more: { statistic: t, df, standardError, missingShare: pooled.missingShare },
    isShown: lower > -margin,
    draws,
  };
};
