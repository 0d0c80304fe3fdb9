import type { Counts } from '#core/statistics/counts.ts';
import { normalUpperTail } from '#core/statistics/distributions/normal.ts';
import { computeStratifiedDifference } from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import { testCochranMantelHaenszel } from '#core/statistics/tests/cochran-mantel-haenszel.ts';
import { testNonInferiority } from '#core/statistics/tests/non-inferiority.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import { type StratumOf, strataOfValues } from '../strata-of-values.ts';
import type { MethodFinding } from './estimate-row.ts';
import { countsIn } from './missing-views.ts';
import { confidenceOfAlpha, intervalOfTwoArms, pOfTwoArms, type TwoArmTestName, testTwoArms } from './two-arm-test.ts';

/** The comparison of two proportions: responders of both arms, what is found, and by which methods. */
export interface ComparedValues extends MethodFinding {
  readonly arm1: Counts;
  readonly arm0: Counts;
}

const notEstimable = (why: string, method: string): MethodFinding => ({
  found: { kind: 'not estimable', why },
  method,
});

/** By test and interval of two arms without strata. */
const compareTwoArms = (
  analysis: Pick<ProportionComparison, 'interval' | 'alpha' | 'sides'>,
  test: TwoArmTestName,
  arm1: Counts,
  arm0: Counts,
): MethodFinding => {
  const interval = intervalOfTwoArms(analysis.interval, arm1, arm0, confidenceOfAlpha(analysis));
  const tested = testTwoArms(test, arm1, arm0, analysis.sides);
  if ('notEstimable' in interval) return notEstimable(interval.notEstimable, analysis.interval);
  const { estimate, lower, upper, method } = interval;
  if ('notEstimable' in tested) return { found: { kind: 'estimate', estimate, lower, upper }, method };
  const { p, more } = pOfTwoArms(tested, arm1, arm0, analysis.sides);
  return { found: { kind: 'estimate', estimate, lower, upper, p, more }, method: `${tested.method}, ${method}` };
};

/** By the strata of the allocation: a difference that they have in common, and the test of no difference in any. */
export const compareByStrata = (
  analysis: ProportionComparison,
  values: readonly AnalysisValue[],
  stratumOf: StratumOf,
): MethodFinding => {
  const inArm = (arm: string): readonly AnalysisValue[] => values.filter((value) => value.arm === arm);
  const strata = strataOfValues(inArm(analysis.experimental), inArm(analysis.control), stratumOf);
  const interval = computeStratifiedDifference(strata, confidenceOfAlpha(analysis));
  if ('notEstimable' in interval) return notEstimable(interval.notEstimable, 'stratified-miettinen-nurminen/1');
  const { estimate, lower, upper, method } = interval;
  const test = testCochranMantelHaenszel(strata);
  if ('notEstimable' in test) return { found: { kind: 'estimate', estimate, lower, upper }, method };
  const z = Math.sign(test.observed - test.expected) * Math.sqrt(test.statistic);
  const p = analysis.sides === 1 ? normalUpperTail(z) : test.twoSided;
  const more = { statistic: test.statistic, df: test.degreesOfFreedom };
  return { found: { kind: 'estimate', estimate, lower, upper, p, more }, method: `${test.method}, ${method}` };
};

/** The level of one side at which non-inferiority is tested. */
export const alphaOfMargin = ({ alpha, sides }: Pick<ProportionComparison, 'alpha' | 'sides'>): number =>
  sides === 1 ? Number(alpha) : Number(alpha) / 2;

const compareByMargin = (analysis: ProportionComparison, arm1: Counts, arm0: Counts): MethodFinding => {
  const alphaOneSided = alphaOfMargin(analysis);
  const question = { margin: Number(analysis.margin), direction: 'more events are better', alphaOneSided } as const;
  const test = testNonInferiority(arm1, arm0, question);
  if ('notEstimable' in test) return notEstimable(test.notEstimable, 'non-inferiority/1');
  const { estimate, lower, upper, p, z, isNonInferior: isShown, method } = test;
  const more = typeof z === 'number' ? { statistic: z } : {};
  return { found: { kind: 'estimate', estimate, lower, upper, p, more, isShown }, method };
};

/**
 * Compares the responders of two arms, experimental minus control, as an analysis asks it: non-inferiority by its margin,
 * superiority by the strata of the allocation where the test is that of Cochran, Mantel and Haenszel, and otherwise by
 * the test and interval that it names.
 */
export const compareValues = (
  analysis: ProportionComparison,
  values: readonly AnalysisValue[],
  stratumOf: StratumOf,
): ComparedValues => {
  const [arm1, arm0] = [countsIn(values, analysis.experimental), countsIn(values, analysis.control)];
  const { test } = analysis;
  if (analysis.hypothesis === 'non-inferiority') return { arm1, arm0, ...compareByMargin(analysis, arm1, arm0) };
  return test === 'cochran-mantel-haenszel'
    ? { arm1, arm0, ...compareByStrata(analysis, values, stratumOf) }
    : { arm1, arm0, ...compareTwoArms(analysis, test, arm1, arm0) };
};
