import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { analyseBinary, type BinaryResult, isComputed } from '#core/endpoints/analyse.ts';
import { analyseChange, isChange } from '#core/endpoints/analyse-change.ts';
import { analyseNonInferiority, isNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import { analyseProportion, isProportion } from '#core/endpoints/analyse-proportion.ts';
import { analyseStratified, isStratified } from '#core/endpoints/analyse-stratified.ts';
import { analyseTime, isTimeToEvent } from '#core/endpoints/analyse-time.ts';
import { type AnalysisSetting, analysisSetting, isMasked } from '#core/endpoints/analyses/analysis-setting.ts';
import { compareChanges, isChangeComparison } from '#core/endpoints/analyses/compare-changes.ts';
import { isDescription } from '#core/endpoints/analyses/describe.ts';
import type { SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { sensitivityOf } from '#core/endpoints/analyses/sensitivity.ts';
import { runTesting } from '#core/endpoints/analyses/testing.ts';
import { deriveValues, type ValuesOf } from '#core/endpoints/derived-values.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { changeComparisonTable } from './change-comparison-table.ts';
import { changeTable } from './change-table.ts';
import type { Table } from './figure.ts';
import { nonInferiorityTable } from './non-inferiority-table.ts';
import { plannedDescriptions } from './planned-descriptions.ts';
import { pooledTable } from './pooled-table.ts';
import { proportionTable } from './proportion-table.ts';
import { comparisonTable, responseTable } from './response-table.ts';
import { secondaryTable } from './secondary-table.ts';
import { sensitivityTable } from './sensitivity-table.ts';
import { stratifiedTable } from './stratified-table.ts';
import { testingTable } from './testing-table.ts';
import { timeTable } from './time-table.ts';

/** Everything that a report says of the planned analyses. */
export interface AnalysedTables {
  /** What is compared, its sensitivity, what is tested, then changes within arms and shares. */
  readonly efficacy: readonly Table[];
  /** What is described and not compared. */
  readonly described: readonly Table[];
  readonly results: readonly BinaryResult[];
  /** Each compared analysis with everything done beside it; `plainEstimates` makes rows of a chart of them. */
  readonly sensitivity: readonly SensitivityTable[];
}

/** The tables of one analysis that compares, in the form of its kind. */
const mainTables = (
  analysis: AnalysisDefinition,
  { study, valuesOf, ...setting }: AnalysisSetting,
  results: readonly BinaryResult[],
): readonly Table[] => {
  const binary = results.find((result) => result.analysis.id === analysis.id);
  if (binary !== undefined) return [responseTable(binary, study), comparisonTable(binary)];
  const { stratumOf } = setting;
  if (isNonInferiority(analysis))
    return [nonInferiorityTable(analyseNonInferiority(analysis, study, valuesOf, stratumOf), study)];
  if (isStratified(analysis)) return [stratifiedTable(analyseStratified(analysis, study, valuesOf, stratumOf), study)];
  if (isTimeToEvent(analysis)) return [timeTable(analyseTime(analysis, study, valuesOf, stratumOf), study)];
  return isChangeComparison(analysis)
    ? [changeComparisonTable(compareChanges(analysis, { study, valuesOf, ...setting }), study)]
    : [];
};

/** All changes within arms in one table, and all shares. */
const gatheredTables = ({ study, valuesOf }: AnalysisSetting): readonly Table[] => {
  const { analyses } = study.definition;
  const changes = analyses.filter(isChange).map((each) => analyseChange(each, study, valuesOf));
  const shares = analyses.filter(isProportion).map((each) => analyseProportion(each, study, valuesOf));
  return [
    ...(changes.length === 0 ? [] : [changeTable(changes, study)]),
    ...(shares.length === 0 ? [] : [proportionTable(shares, study)]),
  ];
};

const openTables = (setting: AnalysisSetting): AnalysedTables => {
  const { study, valuesOf } = setting;
  const { analyses } = study.definition;
  const results = analyses.filter(isComputed).map((each) => analyseBinary(each, study, valuesOf));
  const found = analyses.map((analysis) => ({ analysis, table: sensitivityOf(analysis, setting) }));
  const sensitivity = found.flatMap(({ table }) => table ?? []);
  const compared = found.flatMap(({ analysis, table }) => [
    ...mainTables(analysis, setting, results),
    ...(table === undefined ? [] : [sensitivityTable(table, study)]),
  ]);
  const testing = sensitivity.length === 0 ? [] : [testingTable(runTesting(study, sensitivity), study)];
  return {
    efficacy: [...compared, ...testing, ...gatheredTables(setting)],
    described: [
      ...plannedDescriptions(analyses.filter(isDescription), study, valuesOf),
      secondaryTable(study, valuesOf),
    ],
    results,
    sensitivity,
  };
};

/**
 * The planned analyses of a study as tables. While the arm of anybody is masked, all of them are pooled, and nobody's arm
 * is looked at, also not that of those whose code was broken.
 */
export const analysisTables = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[],
  valuesOf: ValuesOf,
): AnalysedTables => {
  if (!isMasked({ study, valuesOf })) return openTables(analysisSetting(study, participants, valuesOf));
  const unarmed = participants.map((person) => ({ ...person, arm: undefined }));
  const pooled = deriveValues(study, unarmed, deviations);
  return {
    efficacy: [pooledTable(study, pooled)],
    described: [secondaryTable(study, pooled, true)],
    results: [],
    sensitivity: [],
  };
};
