import type { NotEstimable } from '#core/statistics/counts.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { computeWilson } from '#core/statistics/intervals/wilson.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { analysedValues } from './analysed-values.ts';
import type { AnalysisValue } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';

export type ProportionAnalysis = Extract<AnalysisDefinition, { readonly kind: 'proportion' }>;

export const isProportion = (analysis: AnalysisDefinition): analysis is ProportionAnalysis =>
  analysis.kind === 'proportion';

/** The share of one arm, with its interval or why there is none. */
export interface ArmProportion {
  readonly arm: string;
  readonly counts: { readonly events: number; readonly of: number };
  /** Of whom it is not known: they are among those who have not. */
  readonly unknown: number;
  readonly values: readonly AnalysisValue[];
  readonly interval: { readonly lower: number; readonly upper: number } | NotEstimable;
}

export interface ProportionResult {
  readonly analysis: ProportionAnalysis;
  readonly arms: readonly ArmProportion[];
}

/**
 * The share of a population that has met an endpoint, by arm, with the interval that the study names (`clopper1934`,
 * `wilson1927`) at its level. Who is not known counts as not having met it, and is counted apart.
 */
export const analyseProportion = (analysis: ProportionAnalysis, study: Study, valuesOf: ValuesOf): ProportionResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const compute = analysis.interval === 'wilson' ? computeWilson : computeClopperPearson;
  const arms = study.definition.arms
    .map(({ id }) => id)
    .filter((arm) => analysis.arm === undefined || arm === analysis.arm);
  return {
    analysis,
    arms: arms.map((arm) => {
      const own = values.filter((value) => value.arm === arm);
      const counts = { events: own.filter(({ reported }) => reported === 'true').length, of: own.length };
      const unknown = own.filter(({ reported }) => reported === 'unknown').length;
      return { arm, counts, unknown, values: own, interval: compute(counts, Number(analysis.level)) };
    }),
  };
};
