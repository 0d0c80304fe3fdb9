import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { isChangeComparison } from './compare-changes.ts';
import type { SensitivityTable } from './estimate-row.ts';
import { sensitivityOfChanges } from './sensitivity-of-changes.ts';
import { sensitivityOfProportions } from './sensitivity-of-proportions.ts';
import { isComparedTime, sensitivityOfTimes } from './sensitivity-of-times.ts';
import { isTestedWithin, sensitivityWithinArm } from './sensitivity-within-arm.ts';

/** A comparison of proportions that is computed: non-inferiority by its margin and one interval, strata by another. */
export const isComparedProportion = (analysis: AnalysisDefinition): analysis is ProportionComparison => {
  if (analysis.kind !== 'compare proportions') return false;
  const isScore = analysis.interval === 'miettinen-nurminen';
  if (analysis.hypothesis === 'non-inferiority') return analysis.margin !== undefined && isScore;
  return analysis.test !== 'cochran-mantel-haenszel' || isScore;
};

/**
 * An analysis with everything that is done beside it; undefined for what compares nothing. It follows from the kind of the
 * analysis, and no trial has to name it.
 */
export const sensitivityOf = (analysis: AnalysisDefinition, setting: AnalysisSetting): SensitivityTable | undefined => {
  if (isComparedProportion(analysis)) return sensitivityOfProportions(analysis, setting);
  if (isChangeComparison(analysis)) return sensitivityOfChanges(analysis, setting);
  if (isComparedTime(analysis)) return sensitivityOfTimes(analysis, setting);
  return isTestedWithin(analysis, setting.study) ? sensitivityWithinArm(analysis, setting) : undefined;
};
