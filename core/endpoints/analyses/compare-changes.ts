import type { NotEstimable } from '#core/statistics/counts.ts';
import { type Summary, summariseValues } from '#core/statistics/descriptive/summary.ts';
import { type Ancova, fitAncova } from '#core/statistics/models/ancova.ts';
import type { FactorWeights, Observation } from '#core/statistics/models/design-row.ts';
import { fitMmrm, type Mmrm, type StructureLeft } from '#core/statistics/models/mmrm/fit-mmrm.ts';
import type { RepeatedValue } from '#core/statistics/models/mmrm/repeated.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { ChangeAnalysis } from '../analyse-change.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { type ChangeData, type ChangeRecord, changeRecords } from './change-records.ts';

export type ChangeComparison = ChangeAnalysis & {
  readonly comparison: 'ancova' | 'mmrm';
  readonly experimental: string;
  readonly control: string;
};

/** An analysis of changes that compares two arms. */
export const isChangeComparison = (analysis: AnalysisDefinition): analysis is ChangeComparison =>
  analysis.kind === 'change' &&
  (analysis.comparison ?? 'none') !== 'none' &&
  analysis.experimental !== undefined &&
  analysis.control !== undefined;

/** Of how many the model has what it needs, and what they began with. */
export interface ComparedGroup {
  readonly arm: string;
  readonly of: number;
  readonly known: number;
  readonly baseline: Summary | NotEstimable<string>;
}

/** The model of all visits, or why none of its covariances would do. */
export type MmrmFit = Mmrm | (NotEstimable<string> & { readonly left?: readonly StructureLeft[] });

export interface ComparedChanges {
  readonly analysis: ChangeComparison;
  readonly data: ChangeData | NotEstimable<string>;
  readonly experimental: ComparedGroup;
  readonly control: ComparedGroup;
  readonly model:
    | {
        readonly kind: 'ancova';
        /** Factors of the allocation weighted alike, which is the analysis, and as often as they were observed. */
        readonly equal: Ancova | NotEstimable<string>;
        readonly observed: Ancova | NotEstimable<string> | undefined;
      }
    | { readonly kind: 'mmrm'; readonly fit: MmrmFit };
}

/** The confidence of an analysis of changes. */
export const confidenceOf = ({ level }: Pick<ChangeAnalysis, 'level'>): number => Number(level ?? '0.95');

/** Those whose baseline and value at the visit of the analysis are known, as the model takes them. */
const ancovaRows = ({ records, main }: ChangeData): readonly Observation[] =>
  records.flatMap(({ arm, baseline, values, factors }) => {
    const value = values[main];
    return baseline === undefined || value === undefined ? [] : [{ arm, value, covariates: [baseline], factors }];
  });

const repeatedRows = ({ records }: ChangeData): readonly RepeatedValue[] =>
  records.flatMap(({ participant, arm, baseline, values, factors }) =>
    values.flatMap((value, visit) =>
      baseline === undefined || value === undefined
        ? []
        : [{ participant, arm, visit, value, covariates: [baseline], factors }],
    ),
  );

/** Analysis of covariance at the visit of the analysis: the value on the value at baseline, the arm and the factors. */
export const ancovaOf = (
  data: ChangeData,
  confidence: number,
  weights: FactorWeights = 'equal',
): Ancova | NotEstimable<string> => fitAncova(ancovaRows(data), weights, confidence);

/** The model of all visits that are asked, with the factors of the allocation. */
export const mmrmOf = (data: ChangeData, confidence: number): MmrmFit =>
  data.visits.length < 2 ? { notEstimable: 'asked at one visit' } : fitMmrm(repeatedRows(data), { confidence });

const isUsed = ({ baseline, values }: ChangeRecord, main: number, isRepeated: boolean): boolean =>
  baseline !== undefined && (isRepeated ? values.some((value) => value !== undefined) : values[main] !== undefined);

const groupOf = (analysis: ChangeComparison, data: ComparedChanges['data'], arm: 0 | 1): ComparedGroup => {
  const name = arm === 1 ? analysis.experimental : analysis.control;
  if ('notEstimable' in data) return { arm: name, of: 0, known: 0, baseline: data };
  const own = data.records.filter((record) => record.arm === arm);
  const used = own.filter((record) => isUsed(record, data.main, analysis.comparison === 'mmrm'));
  const baselines = used.flatMap(({ baseline }) => baseline ?? []);
  return {
    arm: name,
    of: own.length,
    known: used.length,
    baseline: summariseValues(baselines, confidenceOf(analysis)),
  };
};

const modelOf = (analysis: ChangeComparison, data: ComparedChanges['data']): ComparedChanges['model'] => {
  const confidence = confidenceOf(analysis);
  if (analysis.comparison === 'mmrm')
    return { kind: 'mmrm', fit: 'notEstimable' in data ? data : mmrmOf(data, confidence) };
  if ('notEstimable' in data) return { kind: 'ancova', equal: data, observed: undefined };
  const hasFactors = (data.records[0]?.factors.length ?? 0) > 0;
  return {
    kind: 'ancova',
    equal: ancovaOf(data, confidence),
    observed: hasFactors ? ancovaOf(data, confidence, 'as observed') : undefined,
  };
};

/**
 * Compares a change between two arms, experimental minus control, adjusted for the value at baseline and the factors of the
 * allocation: by analysis of covariance at the visit of the analysis (`fitAncova`), or by the model of all visits
 * (`fitMmrm`). The difference is the same for the value and for its change. Who lacks the value or the baseline is left
 * out by the first, and the second takes whoever has a baseline and one value. In the unit of the measure; no rounding.
 * What cannot be estimated says why.
 */
export const compareChanges = (analysis: ChangeComparison, setting: AnalysisSetting): ComparedChanges => {
  const data = changeRecords(analysis, setting);
  return {
    analysis,
    data,
    experimental: groupOf(analysis, data, 1),
    control: groupOf(analysis, data, 0),
    model: modelOf(analysis, data),
  };
};
