import type { NotEstimable } from '#core/statistics/counts.ts';
import { estimateShift } from '#core/statistics/intervals/hodges-lehmann.ts';
import type { ReferenceAssumption } from '#core/statistics/missing/reference-based.ts';
import { testRankSum } from '#core/statistics/tests/rank-sum.ts';
import { type StudentInference, testMeans } from '#core/statistics/tests/student-t-test.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { imputeChange } from './change-imputation.ts';
import { type ChangeData, changeRecords } from './change-records.ts';
import { ancovaOf, type ChangeComparison, confidenceOf, type MmrmFit, mmrmOf } from './compare-changes.ts';
import type { EstimateRow, MethodFinding, RowFinding, RowKind, SensitivityTable } from './estimate-row.ts';
import { imputationSeed, imputationStream, imputations } from './imputation-stream.ts';
import { asDouble, knownNumber } from './known-number.ts';
import { otherPopulations, rowOf, sayKnown } from './row-parts.ts';

interface Asked {
  readonly analysis: ChangeComparison;
  readonly setting: AnalysisSetting;
  readonly data: ChangeData;
  readonly confidence: number;
}

const none = (why: string, method: string): MethodFinding => ({ found: { kind: 'not estimable', why }, method });

const byStudent = ({ estimate, lower, upper, twoSided: p, t, df, standardError }: StudentInference): RowFinding => ({
  kind: 'estimate',
  estimate,
  lower,
  upper,
  p,
  more: { statistic: t, df, standardError },
});

const byAncova = (data: ChangeData, confidence: number): MethodFinding => {
  const fit = ancovaOf(data, confidence);
  return 'notEstimable' in fit
    ? none(fit.notEstimable, 'ancova/1')
    : { found: byStudent(fit.difference), method: fit.method };
};

/** "unstructured covariance of the visits, degrees of freedom by Kenward-Roger": what the ladder came to. */
export const sayMmrm = (fit: MmrmFit): readonly string[] => {
  const left = (fit.left ?? []).map(({ structure, why }) => `${structure} covariance left: ${why}`);
  if ('notEstimable' in fit) return left;
  const { precision, information } = fit.conventions;
  const by = information === 'none' ? precision : `${precision} with ${information} information`;
  return [`${fit.structure} covariance of the visits, degrees of freedom by ${by}`, ...left];
};

const byMmrm = (data: ChangeData, confidence: number): MethodFinding & { readonly notes: readonly string[] } => {
  const fit = mmrmOf(data, confidence);
  if ('notEstimable' in fit) return { ...none(fit.notEstimable, 'mmrm/1'), notes: sayMmrm(fit) };
  const at = fit.visits[data.main];
  if (at === undefined) return { ...none('nobody was seen at the visit', 'mmrm/1'), notes: [] };
  return { found: byStudent(at.difference), method: fit.method, notes: sayMmrm(fit) };
};

type Who = Pick<EstimateRow, 'counts' | 'countNumbers' | 'values' | 'records'>;
type Values = readonly (number | undefined)[];

/** Those with a baseline and the values that a model needs. */
const whoHas = ({ records }: ChangeData, isUsed: (values: Values) => boolean): Who => {
  const used = records.filter(({ baseline, values }) => baseline !== undefined && isUsed(values));
  const count = (arm: 0 | 1): number => used.filter((record) => record.arm === arm).length;
  const known = sayKnown(
    count(1),
    count(0),
    used.map(({ value }) => value),
  );
  return { ...known, records: used.flatMap(({ baselineRecords }) => baselineRecords) };
};

const whoAt = (data: ChangeData): Who => whoHas(data, (values) => values[data.main] !== undefined);
const whoSeen = (data: ChangeData): Who => whoHas(data, (values) => values.some((value) => value !== undefined));

const planned = (
  kind: RowKind,
  comparison: ChangeComparison['comparison'],
  data: ChangeData,
  confidence: number,
): EstimateRow => {
  if (comparison === 'ancova') return rowOf(kind, byAncova(data, confidence), whoAt(data));
  const { notes, ...found } = byMmrm(data, confidence);
  return rowOf(kind, found, { ...whoSeen(data), notes });
};

const populationRows = ({ analysis, setting, confidence }: Asked): readonly EstimateRow[] =>
  otherPopulations(analysis.population).flatMap(({ population, kind }) => {
    const data = changeRecords({ ...analysis, population }, setting);
    return 'notEstimable' in data ? [] : [planned(kind, analysis.comparison, data, confidence)];
  });

/** The other of the two models, and the same without the factors where there are any. */
const modelRows = ({ analysis, data, confidence }: Asked): readonly EstimateRow[] => {
  const other = analysis.comparison === 'ancova' ? 'mmrm' : 'ancova';
  const hasFactors = (data.records[0]?.factors.length ?? 0) > 0;
  const bare = { ...data, records: data.records.map((record) => ({ ...record, factors: [] })) };
  return [
    ...(data.visits.length > 1 ? [planned(other, other, data, confidence)] : []),
    ...(hasFactors ? [planned('without factors', analysis.comparison, bare, confidence)] : []),
  ];
};

const imputed: readonly (readonly [ReferenceAssumption, RowKind])[] = [
  ['missing at random', 'imputed at random'],
  ['jump to reference', 'jump to reference'],
  ['copy reference', 'copy reference'],
  ['copy increments in reference', 'copy increments in reference'],
];

const imputedRows = ({ analysis, setting, data, confidence }: Asked): readonly EstimateRow[] => {
  const isComplete = data.records.every(
    ({ baseline, values }) => baseline === undefined || values[data.main] !== undefined,
  );
  if (isComplete) return [];
  const study = setting.study.definition.id;
  const seed = `${imputations} imputations, seed "${imputationSeed(study, analysis.id)}"`;
  const method = 'impute-visits/1, ancova/1, rubin/1';
  return imputed.map(([assumption, kind]) => {
    const stream = imputationStream(study, analysis.id, assumption);
    const found = imputeChange(data, assumption, confidence, () => stream.normal());
    const people = whoHas(data, () => true);
    if ('notEstimable' in found) return rowOf(kind, none(found.notEstimable, method), people);
    const { visits, imputed: count, drawn, ...estimated } = found;
    const notes = [`${seed}; ${count} drawn, by ${visits.join(', ')}`];
    return rowOf(kind, { found: { kind: 'estimate', ...estimated }, method }, { ...people, notes, drawn });
  });
};

/** The changes of one arm, as they enter the analysis. */
const changesOf = ({ records }: ChangeData, arm: 0 | 1): readonly number[] =>
  records
    .filter((record) => record.arm === arm)
    .flatMap(({ value }) => {
      const known = knownNumber(value);
      return known === undefined ? [] : [asDouble(known)];
    });

/** Of more than a hundred in an arm there is no exact interval of the shift, and p alone is told. */
const shiftOf = (one: readonly number[], other: readonly number[], confidence: number): MethodFinding => {
  const shift = estimateShift(one, other, confidence);
  const test = testRankSum(one, other);
  const method = 'rank-sum/1, hodges-lehmann/1';
  if ('notEstimable' in shift) return none(shift.notEstimable, method);
  if ('notEstimable' in test) return none(test.notEstimable, method);
  const p = test.exactTwoSided ?? test.asymptoticTwoSided;
  const { estimate, interval } = shift;
  if (interval === undefined) return { found: { kind: 'p', p, more: { shift: estimate } }, method };
  const { lower, upper } = interval;
  return { found: { kind: 'estimate', estimate, lower, upper, p }, method };
};

/** Without adjustment for the baseline: by means, and by ranks. */
const unadjustedRows = ({ data, confidence }: Asked): readonly EstimateRow[] => {
  const [one, other] = [changesOf(data, 1), changesOf(data, 0)];
  const means = testMeans(one, other, 'Welch', confidence);
  const byMeans: MethodFinding =
    'notEstimable' in means ? none(means.notEstimable, 'welch-t/1') : { found: byStudent(means), method: means.method };
  const known = sayKnown(
    one.length,
    other.length,
    data.records.map(({ value }) => value),
  );
  return [rowOf('unadjusted means', byMeans, known), rowOf('rank sum', shiftOf(one, other, confidence), known)];
};

/** Nothing can be compared: one row that says why. */
const refused = ({ notEstimable }: NotEstimable<string>, comparison: string): readonly EstimateRow[] => [
  rowOf('main', none(notEstimable, comparison), sayKnown(0, 0, [])),
];

/**
 * A comparison of changes as planned, then the same in the other populations, by the other model, without the factors, with
 * missing values imputed under each assumption about the reference arm, and unadjusted by means and by ranks.
 */
export const sensitivityOfChanges = (analysis: ChangeComparison, setting: AnalysisSetting): SensitivityTable => {
  const data = changeRecords(analysis, setting);
  const confidence = confidenceOf(analysis);
  const table = {
    analysis: analysis.id,
    endpoint: analysis.endpoint,
    scale: 'difference of means',
    confidence,
    margin: undefined,
  } as const;
  if ('notEstimable' in data) return { ...table, rows: refused(data, `${analysis.comparison}/1`) };
  const asked: Asked = { analysis, setting, data, confidence };
  return {
    ...table,
    rows: [
      planned('main', analysis.comparison, data, confidence),
      ...populationRows(asked),
      ...modelRows(asked),
      ...imputedRows(asked),
      ...unadjustedRows(asked),
    ],
  };
};
