import type { NotEstimable } from '#core/statistics/counts.ts';
import {
  computeStratifiedDifference,
  type StratifiedDifferenceInterval,
} from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import {
  type CochranMantelHaenszel,
  testCochranMantelHaenszel,
} from '#core/statistics/tests/cochran-mantel-haenszel.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { type ArmResult, armResult } from './analyse.ts';
import { analysedValues } from './analysed-values.ts';
import { confidenceOfAlpha } from './analyses/two-arm-test.ts';
import type { ValuesOf } from './derived-values.ts';
import { type StratumOf, strataOfValues } from './strata-of-values.ts';

export type StratifiedAnalysis = ProportionComparison & {
  readonly test: 'cochran-mantel-haenszel';
  readonly interval: 'miettinen-nurminen';
  readonly hypothesis: 'superiority';
};

export const isStratified = (analysis: AnalysisDefinition): analysis is StratifiedAnalysis =>
  analysis.kind === 'compare proportions' &&
  analysis.test === 'cochran-mantel-haenszel' &&
  analysis.interval === 'miettinen-nurminen' &&
  analysis.hypothesis === 'superiority';

/** A comparison by the strata of the allocation. */
export interface StratifiedResult {
  readonly analysis: StratifiedAnalysis;
  readonly experimental: ArmResult;
  readonly control: ArmResult;
  readonly test: CochranMantelHaenszel | NotEstimable<string>;
  readonly interval: StratifiedDifferenceInterval | NotEstimable<string>;
}

/**
 * Compares two arms by the strata in which people were allocated: Cochran, Mantel and Haenszel's test without continuity
 * correction (`mantel1959`), and Miettinen and Nurminen's interval of a common difference (`miettinen1985`). They are of
 * two statistics and may disagree near the border. Strata with an empty arm are left out by both, and named.
 */
export const analyseStratified = (
  analysis: StratifiedAnalysis,
  study: Study,
  valuesOf: ValuesOf,
  stratumOf: StratumOf,
): StratifiedResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const experimental = armResult(analysis.experimental, values);
  const control = armResult(analysis.control, values);
  const strata = strataOfValues(experimental.values, control.values, stratumOf);
  return {
    analysis,
    experimental,
    control,
    test: testCochranMantelHaenszel(strata),
    interval: computeStratifiedDifference(strata, confidenceOfAlpha(analysis)),
  };
};
