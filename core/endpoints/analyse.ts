import type { Counts, NotEstimable } from '#core/statistics/counts.ts';
import type { DifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import type { NewcombeInterval } from '#core/statistics/intervals/newcombe.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { analysedValues } from './analysed-values.ts';
import {
  confidenceOfAlpha,
  intervalOfTwoArms,
  type TwoArmTest,
  type TwoArmTestName,
  testTwoArms,
} from './analyses/two-arm-test.ts';
import type { AnalysisValue } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';

export interface ArmResult {
  readonly arm: string;
  readonly counts: Counts;
  /** Values behind the counts. */
  readonly values: readonly AnalysisValue[];
}

/** A comparison of two proportions without strata and without a margin. */
export type ComputedAnalysis = ProportionComparison & {
  readonly test: TwoArmTestName;
  readonly hypothesis: 'superiority';
};

export const isComputed = (analysis: AnalysisDefinition): analysis is ComputedAnalysis =>
  analysis.kind === 'compare proportions' &&
  analysis.test !== 'cochran-mantel-haenszel' &&
  analysis.hypothesis === 'superiority';

/** One analysis of the definition, answered: counts by arm, the test and the interval, or why there is none. */
export interface BinaryResult {
  readonly analysis: ComputedAnalysis;
  readonly experimental: ArmResult;
  readonly control: ArmResult;
  readonly test: TwoArmTest | NotEstimable<string>;
  readonly interval: DifferenceInterval | NewcombeInterval | NotEstimable;
}

/** The values of one arm, and how many of them have responded. */
export const armResult = (arm: string, values: readonly AnalysisValue[]): ArmResult => {
  const own = values.filter((value) => value.arm === arm);
  return {
    arm,
    values: own,
    counts: { events: own.filter((value) => value.reported === 'true').length, of: own.length },
  };
};

/** Runs one analysis of the study on its population. */
export const analyseBinary = (analysis: ComputedAnalysis, study: Study, valuesOf: ValuesOf): BinaryResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const experimental = armResult(analysis.experimental, values);
  const control = armResult(analysis.control, values);
  return {
    analysis,
    experimental,
    control,
    test: testTwoArms(analysis.test, experimental.counts, control.counts, analysis.sides),
    interval: intervalOfTwoArms(analysis.interval, experimental.counts, control.counts, confidenceOfAlpha(analysis)),
  };
};
