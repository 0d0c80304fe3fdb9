import type { Counts, NotEstimable } from '#core/statistics/counts.ts';
import { computeDifferenceInterval, type DifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { type FisherExact, testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { analysedValues } from './analysed-values.ts';
import type { AnalysisValue } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';

export interface ArmResult {
  readonly arm: string;
  readonly counts: Counts;
  /** Values behind the counts. */
  readonly values: readonly AnalysisValue[];
}

/** The comparison of two proportions that is computed so far. */
export type ComputedAnalysis = ProportionComparison & {
  readonly test: 'fisher exact';
  readonly interval: 'miettinen-nurminen';
  readonly hypothesis: 'superiority';
  readonly sides: 2;
};

export const isComputed = (analysis: AnalysisDefinition): analysis is ComputedAnalysis =>
  analysis.kind === 'compare proportions' &&
  analysis.test === 'fisher exact' &&
  analysis.interval === 'miettinen-nurminen' &&
  analysis.hypothesis === 'superiority' &&
  analysis.sides === 2;

/** One analysis of the definition, answered: counts by arm, the test and the interval, or why there is none. */
export interface BinaryResult {
  readonly analysis: ComputedAnalysis;
  readonly experimental: ArmResult;
  readonly control: ArmResult;
  readonly test: FisherExact | NotEstimable;
  readonly interval: DifferenceInterval | NotEstimable;
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
    test: testFisherExact(experimental.counts, control.counts),
    interval: computeDifferenceInterval(experimental.counts, control.counts, 1 - Number(analysis.alpha)),
  };
};
