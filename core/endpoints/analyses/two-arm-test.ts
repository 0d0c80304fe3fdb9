import type { Counts, NotEstimable } from '#core/statistics/counts.ts';
import { normalUpperTail } from '#core/statistics/distributions/normal.ts';
import { computeDifferenceInterval, type DifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { computeNewcombe, type NewcombeInterval } from '#core/statistics/intervals/newcombe.ts';
import { type ChiSquareTwoArms, testChiSquare } from '#core/statistics/tests/chi-square-2x2.ts';
import { type FisherExact, testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import { testBoschloo, type UnconditionalExact } from '#core/statistics/tests/unconditional-exact.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';

export type TwoArmTest = FisherExact | ChiSquareTwoArms | UnconditionalExact;
export type TwoArmTestName = Exclude<ProportionComparison['test'], 'cochran-mantel-haenszel'>;

/** Tests two arms by the named method. A test of one side asks whether the experimental arm has more. */
export const testTwoArms = (
  test: TwoArmTestName,
  arm1: Counts,
  arm0: Counts,
  sides: 1 | 2,
): TwoArmTest | NotEstimable<string> => {
  switch (test) {
    case 'fisher exact':
      return testFisherExact(arm1, arm0);
    case 'chi-squared':
      return testChiSquare(arm1, arm0);
    case 'boschloo':
      return testBoschloo(arm1, arm0, sides === 1 ? 'greater' : 'two-sided');
    default:
      return test satisfies never;
  }
};

/** The p of the sides that are asked, with the statistic where there is one: of one side that of the signed root. */
export const pOfTwoArms = (
  test: TwoArmTest,
  arm1: Counts,
  arm0: Counts,
  sides: 1 | 2,
): { readonly p: number; readonly more: Readonly<Record<string, number>> } => {
  if (test.method === 'fisher-exact/1') return { p: sides === 1 ? test.greater : test.twoSided, more: {} };
  if (test.method !== 'chi-square-2x2/1') return { p: test.p, more: { nuisance: test.nuisance } };
  const more = { statistic: test.statistic, df: test.degreesOfFreedom };
  const direction = Math.sign(arm1.events * arm0.of - arm0.events * arm1.of);
  return { p: sides === 1 ? normalUpperTail(direction * Math.sqrt(test.statistic)) : test.twoSided, more };
};

/** The confidence of the interval that goes with a level: one of one side has twice its level outside. */
export const confidenceOfAlpha = ({ alpha, sides }: Pick<ProportionComparison, 'alpha' | 'sides'>): number =>
  sides === 1 ? 1 - 2 * Number(alpha) : 1 - Number(alpha);

/** The interval of the difference, experimental minus control, by the named method. */
export const intervalOfTwoArms = (
  interval: ProportionComparison['interval'],
  arm1: Counts,
  arm0: Counts,
  confidence: number,
): DifferenceInterval | NewcombeInterval | NotEstimable =>
  interval === 'newcombe' ? computeNewcombe(arm1, arm0, confidence) : computeDifferenceInterval(arm1, arm0, confidence);
