import { normalUpperTail } from '#core/statistics/distributions/normal.ts';
import { computeStandardisedDifference } from '#core/statistics/models/standardised-difference.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import type { FactorsOf } from './allocation-factors.ts';
import type { MethodFinding } from './estimate-row.ts';
import { factorColumns } from './factor-columns.ts';
import { confidenceOfAlpha } from './two-arm-test.ts';

const method = 'standardised-difference/1';

/**
 * The difference of proportions standardised over the factors of the allocation, from a logistic model with the arm and
 * these factors (`ge2011`, `fda2023`). p is that of the hypothesis of the analysis: of the margin, or of no difference.
 */
export const adjustForFactors = (
  analysis: ProportionComparison,
  values: readonly AnalysisValue[],
  factorsOf: FactorsOf,
): MethodFinding => {
  const own = values.filter(({ arm }) => arm === analysis.experimental || arm === analysis.control);
  const arm = { name: 'arm', values: own.map((value) => (value.arm === analysis.experimental ? 1 : 0)) };
  const columns = [arm, ...factorColumns(own.map(({ participant }) => factorsOf(participant)))];
  const responses = own.map(({ reported }) => reported === 'true');
  const fit = computeStandardisedDifference({ responses, columns }, 'arm', confidenceOfAlpha(analysis));
  if ('notEstimable' in fit) return { found: { kind: 'not estimable', why: fit.notEstimable }, method };
  const { estimate, lower, upper, standardError, twoSided } = fit;
  const isMargin = analysis.hypothesis === 'non-inferiority';
  const margin = isMargin ? Number(analysis.margin) : 0;
  const z = (estimate + margin) / standardError;
  const p = isMargin || analysis.sides === 1 ? normalUpperTail(z) : twoSided;
  const shown = isMargin ? { isShown: lower > -margin } : {};
  return {
    found: { kind: 'estimate', estimate, lower, upper, p, more: { statistic: z, standardError }, ...shown },
    method,
  };
};
