import { add } from '#core/quantities/rational.ts';
import type { NotEstimable } from '#core/statistics/counts.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { type Anchor, anchorOf } from './anchor-endpoint.ts';
import { asDouble, knownNumber } from './known-number.ts';

/** One participant of a comparison of changes. */
export interface ChangeRecord {
  readonly participant: string;
  /** 1 is the experimental arm. */
  readonly arm: 0 | 1;
  readonly baseline: number | undefined;
  readonly factors: readonly string[];
  /** The value at each visit; undefined where it is not known. */
  readonly values: readonly (number | undefined)[];
  /** What enters the analysis at its visit, and the records of the baseline. */
  readonly value: AnalysisValue;
  readonly baselineRecords: readonly string[];
}

/** Values of two arms at the visits at which a change is asked, in the order of the schedule. */
export interface ChangeData {
  readonly visits: readonly string[];
  /** The place of the visit of the analysis. */
  readonly main: number;
  readonly records: readonly ChangeRecord[];
}

/** What a comparison of changes asks for. */
export interface ComparedChange {
  readonly endpoint: string;
  readonly population: AnalysisPopulation;
  readonly experimental: string;
  readonly control: string;
}

const valueAt = (change: AnalysisValue | undefined, baseline: AnalysisValue, anchor: Anchor): number | undefined => {
  const own = change && knownNumber(change);
  if (own === undefined || !anchor.isAdded) return own && asDouble(own);
  const start = knownNumber(baseline);
  return start && asDouble(add(start, own));
};

/** Without the visits, but that of the analysis, at which nobody of an arm is known: there nothing can be compared. */
const atComparedVisits = ({ visits, main, records }: ChangeData): ChangeData => {
  const isKnown = (arm: 0 | 1, place: number): boolean =>
    records.some((each) => each.arm === arm && each.baseline !== undefined && each.values[place] !== undefined);
  const kept = visits.flatMap((_, place) =>
    place === main || (isKnown(1, place) && isKnown(0, place)) ? [place] : [],
  );
  return {
    visits: kept.map((place) => visits[place] ?? ''),
    main: kept.indexOf(main),
    records: records.map((record) => ({ ...record, values: kept.map((place) => record.values[place]) })),
  };
};

/**
 * The value at each visit and at the anchor of the endpoint's sentence, for the participants of two arms. The value at a
 * visit is what enters analyses there, after strategies and policies: the anchor and the change added exactly. A further
 * visit that nobody of an arm has come to yet is left out. In the order of ids, since imputation draws one by one.
 */
export const changeRecords = (
  { endpoint: id, population, experimental, control }: ComparedChange,
  { study, valuesOf, factorsOf }: AnalysisSetting,
): ChangeData | NotEstimable<'the endpoint names no baseline'> => {
  const endpoint = study.endpoints.find(({ of }) => of.id === id);
  const anchor = endpoint && anchorOf(endpoint, study);
  if (endpoint === undefined || anchor === undefined) return { notEstimable: 'the endpoint names no baseline' };
  const asked = visitsAsked(endpoint.of);
  const visits = study.definition.visits.map((visit) => visit.id).filter((visit) => asked.includes(visit));
  const baselines = valuesOf(anchor.endpoint, undefined, population);
  const byVisit = visits.map((visit) => valuesOf(endpoint, visit, population));
  const main = visits.indexOf(asked[0] ?? '');
  const records = baselines.flatMap((baseline, index): readonly ChangeRecord[] => {
    const value = byVisit[main]?.[index];
    if (value === undefined || (value.arm !== experimental && value.arm !== control)) return [];
    const start = knownNumber(baseline);
    return [
      {
        participant: value.participant,
        arm: value.arm === experimental ? 1 : 0,
        baseline: start && asDouble(start),
        factors: factorsOf(value.participant),
        values: byVisit.map((values) => valueAt(values[index], baseline, anchor)),
        value,
        baselineRecords: baseline.records,
      },
    ];
  });
  const inOrder = records.toSorted((a, b) => (a.participant < b.participant ? -1 : 1));
  return atComparedVisits({ visits, main, records: inOrder });
};
