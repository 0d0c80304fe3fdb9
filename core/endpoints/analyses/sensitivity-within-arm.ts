import { estimateCentre } from '#core/statistics/intervals/hodges-lehmann.ts';
import { testSignedRank } from '#core/statistics/tests/signed-rank.ts';
import { testMeanChange } from '#core/statistics/tests/student-t-test.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { type ChangeAnalysis, changeOf } from '../analyse-change.ts';
import { analysedValues } from '../analysed-values.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { confidenceOf } from './compare-changes.ts';
import type { EstimateRow, MethodFinding, RowFinding, RowKind, SensitivityTable } from './estimate-row.ts';
import { otherPopulations, rowOf } from './row-parts.ts';

type WithinTest = Exclude<ChangeAnalysis['test'], 'none'>;

/** A change within the one arm of a study that is tested: nothing else can be its primary answer. */
export type TestedWithin = ChangeAnalysis & { readonly test: WithinTest };

export const isTestedWithin = (
  analysis: AnalysisDefinition,
  { definition }: Pick<Study, 'definition'>,
): analysis is TestedWithin =>
  analysis.kind === 'change' &&
  analysis.test !== 'none' &&
  (analysis.comparison ?? 'none') === 'none' &&
  definition.arms.length === 1;

const byRanks = (changes: readonly number[], confidence: number): MethodFinding => {
  const centre = estimateCentre(changes, confidence);
  const test = testSignedRank(changes);
  const method = 'signed-rank/1, hodges-lehmann-paired/1';
  if ('notEstimable' in centre) return { found: { kind: 'not estimable', why: centre.notEstimable }, method };
  const p = 'notEstimable' in test ? undefined : (test.exactTwoSided ?? test.asymptoticTwoSided);
  if (centre.interval === undefined) {
    const found: RowFinding =
      p === undefined ? { kind: 'not estimable', why: 'too few for an interval' } : { kind: 'p', p };
    return { found, method };
  }
  const { lower, upper } = centre.interval;
  const tested = p === undefined ? {} : { p };
  return { found: { kind: 'estimate', estimate: centre.estimate, lower, upper, ...tested }, method };
};

const byMean = (changes: readonly number[], confidence: number): MethodFinding => {
  const test = testMeanChange(changes, confidence);
  if ('notEstimable' in test) return { found: { kind: 'not estimable', why: test.notEstimable }, method: 'paired-t/1' };
  const { estimate, lower, upper, twoSided: p, t, df, standardError, method } = test;
  return { found: { kind: 'estimate', estimate, lower, upper, p, more: { statistic: t, df, standardError } }, method };
};

const rowFor = (kind: RowKind, test: WithinTest, values: readonly AnalysisValue[], confidence: number): EstimateRow => {
  const changes = values.flatMap(changeOf);
  const found = test === 'paired t' ? byMean(changes, confidence) : byRanks(changes, confidence);
  const counts = `${changes.length}/${values.length}`;
  return rowOf(kind, found, { counts, countNumbers: { n: changes.length, of: values.length }, values });
};

/** A change within one arm as planned, in the other populations, and by the other of mean and ranks. */
export const sensitivityWithinArm = (analysis: TestedWithin, setting: AnalysisSetting): SensitivityTable => {
  const confidence = confidenceOf(analysis);
  const valuesIn = (population: TestedWithin['population']) =>
    analysedValues({ ...analysis, population }, setting.study, setting.valuesOf);
  const own = valuesIn(analysis.population);
  const [other, kind] =
    analysis.test === 'paired t'
      ? (['wilcoxon signed rank', 'signed rank'] as const)
      : (['paired t', 't test'] as const);
  return {
    analysis: analysis.id,
    endpoint: analysis.endpoint,
    scale: 'mean change',
    confidence,
    margin: undefined,
    rows: [
      rowFor('main', analysis.test, own, confidence),
      rowFor(kind, other, own, confidence),
      ...otherPopulations(analysis.population).map((each) =>
        rowFor(each.kind, analysis.test, valuesIn(each.population), confidence),
      ),
    ],
  };
};
