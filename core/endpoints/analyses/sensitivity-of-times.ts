import type { NotEstimable } from '#core/statistics/counts.ts';
import { fitCox } from '#core/statistics/survival/cox.ts';
import type { CoxRow } from '#core/statistics/survival/cox-data.ts';
import type { FollowUp, FollowUpStratum } from '#core/statistics/survival/follow-up.ts';
import { atMidpoints, type IntervalFollowUp } from '#core/statistics/survival/interval-censored.ts';
import { type LogRankWeight, testLogRank } from '#core/statistics/survival/log-rank.ts';
import { compareRestrictedMeans } from '#core/statistics/survival/restricted-mean.ts';
import { estimateTurnbull } from '#core/statistics/survival/turnbull.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import { followUpOf, type TimeAnalysis } from '../analyse-time.ts';
import { analysedValues } from '../analysed-values.ts';
import { type AnalysisValue, enteredOutcome } from '../analysis-value.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import type { EstimateRow, MethodFinding, SensitivityTable } from './estimate-row.ts';
import { otherPopulations, rowOf, sayCounts } from './row-parts.ts';

export type ComparedTime = TimeAnalysis & { readonly experimental: string; readonly control: string };

/** A time to an event that two arms are compared by. */
export const isComparedTime = (analysis: AnalysisDefinition): analysis is ComparedTime =>
  analysis.kind === 'time to event' &&
  analysis.test !== 'none' &&
  analysis.experimental !== undefined &&
  analysis.control !== undefined;

interface Asked {
  readonly analysis: ComparedTime;
  readonly setting: AnalysisSetting;
  readonly confidence: number;
}

type TimesOf = (value: AnalysisValue) => readonly FollowUp[];

const none = ({ notEstimable }: NotEstimable<string>, method: string): MethodFinding => ({
  found: { kind: 'not estimable', why: notEstimable },
  method,
});

const inArm = (values: readonly AnalysisValue[], arm: string): readonly AnalysisValue[] =>
  values.filter((value) => value.arm === arm);

/** The interval in which it happened, from day 1; of who has none the day on which it was not yet. */
const intervalOf = (value: AnalysisValue): readonly IntervalFollowUp[] => {
  const outcome = enteredOutcome(value);
  if (outcome.kind !== 'time') return [];
  const { interval, reached } = outcome;
  if (reached === 'true' && interval?.by !== undefined) return [{ after: interval.after + 1, until: interval.by + 1 }];
  return followUpOf(value).map(({ time, event }) => ({ after: time, until: event ? time : undefined }));
};

const midpointOf: TimesOf = (value) => {
  const found = atMidpoints(intervalOf(value));
  return 'notEstimable' in found ? [] : found.followUps;
};

const who = (values: readonly AnalysisValue[], { analysis }: Asked) => {
  const counts = (arm: string) => {
    const times = inArm(values, arm).flatMap(followUpOf);
    return { events: times.filter(({ event }) => event).length, of: times.length };
  };
  const own = values.filter(({ arm }) => arm === analysis.experimental || arm === analysis.control);
  return sayCounts(counts(analysis.experimental), counts(analysis.control), own);
};

const byCox = (values: readonly AnalysisValue[], asked: Asked, timesOf: TimesOf, isParted: boolean): MethodFinding => {
  const { analysis, setting, confidence } = asked;
  const rows = values.flatMap((value): readonly CoxRow[] => {
    const stratum = isParted ? setting.stratumOf(value.participant) : undefined;
    return timesOf(value).map((time) => ({
      ...time,
      covariates: [value.arm === analysis.experimental ? 1 : 0],
      ...(stratum === undefined ? {} : { stratum }),
    }));
  });
  const fit = fitCox(rows, 'Efron', confidence);
  const [term] = 'notEstimable' in fit ? [] : fit.terms;
  if ('notEstimable' in fit || term === undefined)
    return none('notEstimable' in fit ? fit : { notEstimable: 'no term' }, 'cox/1');
  const { hazardRatio: estimate, lower, upper, twoSided: p, z: statistic, standardError } = term;
  return {
    found: { kind: 'estimate', estimate, lower, upper, p, more: { statistic, standardError } },
    method: fit.method,
  };
};

const strataOf = (values: readonly AnalysisValue[], { analysis, setting }: Asked): readonly FollowUpStratum[] =>
  [...Map.groupBy(values, ({ participant }) => setting.stratumOf(participant)).values()].map((own) => ({
    arm1: inArm(own, analysis.experimental).flatMap(followUpOf),
    arm0: inArm(own, analysis.control).flatMap(followUpOf),
  }));

const byRanks = (values: readonly AnalysisValue[], asked: Asked, weight: LogRankWeight): MethodFinding => {
  const test = testLogRank(strataOf(values, asked), weight);
  if ('notEstimable' in test) return none(test, 'log-rank/1');
  return { found: { kind: 'p', p: test.twoSided, more: { statistic: test.chiSquare, df: 1 } }, method: test.method };
};

/** Up to the last day on which both arms were still followed. */
const byArea = (values: readonly AnalysisValue[], { analysis, confidence }: Asked): MethodFinding => {
  const [one, other] = [analysis.experimental, analysis.control].map((arm) => inArm(values, arm).flatMap(followUpOf));
  const tau = Math.min(...[one, other].map((times) => Math.max(0, ...(times ?? []).map(({ time }) => time))));
  const found = compareRestrictedMeans(one ?? [], other ?? [], tau, confidence);
  if ('notEstimable' in found) return none(found, 'restricted-mean/1');
  const { estimate, lower, upper, twoSided, method } = found;
  const tested = typeof twoSided === 'number' ? { p: twoSided } : {};
  return { found: { kind: 'other scale', unit: 'days', estimate, lower, upper, ...tested, more: { tau } }, method };
};

const byTurnbull = (values: readonly AnalysisValue[], { analysis }: Asked): MethodFinding => {
  const shares = [analysis.experimental, analysis.control].map((arm) => {
    const estimate = estimateTurnbull(inArm(values, arm).flatMap(intervalOf));
    if ('notEstimable' in estimate) return estimate;
    return estimate.masses.reduce((sum, { until, mass }) => (until === undefined ? sum : sum + mass), 0);
  });
  const [share1, share0] = shares;
  if (typeof share1 === 'number' && typeof share0 === 'number')
    return { found: { kind: 'shares', share1, share0 }, method: 'turnbull/1' };
  const refused = shares.find((share) => typeof share !== 'number');
  return none(typeof refused === 'object' ? refused : { notEstimable: 'nobody' }, 'turnbull/1');
};

const populationRows = (asked: Asked): readonly EstimateRow[] =>
  otherPopulations(asked.analysis.population).map(({ population, kind }) => {
    const values = analysedValues({ ...asked.analysis, population }, asked.setting.study, asked.setting.valuesOf);
    return rowOf(kind, byCox(values, asked, followUpOf, true), who(values, asked));
  });

/**
 * A time to an event as planned, by the log-rank test; then Cox's model (hazard ratio, experimental to control) by the strata
 * of the allocation and without them, in the other populations, and with what was seen at a visit in the middle since
 * the visit before; Peto and Peto's test, restricted means, and Turnbull's share who reached it, for which nothing is
 * assumed about when between visits.
 */
export const sensitivityOfTimes = (analysis: ComparedTime, setting: AnalysisSetting): SensitivityTable => {
  const confidence = Number(analysis.level ?? '0.95');
  const asked: Asked = { analysis, setting, confidence };
  const values = analysedValues(analysis, setting.study, setting.valuesOf);
  const people = who(values, asked);
  const isParted = new Set(values.map(({ participant }) => setting.stratumOf(participant))).size > 1;
  const rows = [
    rowOf('main', byRanks(values, asked, 'log-rank'), people),
    rowOf('cox', byCox(values, asked, followUpOf, true), people),
    ...(isParted ? [rowOf('cox without strata', byCox(values, asked, followUpOf, false), people)] : []),
    rowOf('cox at midpoints', byCox(values, asked, midpointOf, true), people),
    ...populationRows(asked),
    rowOf('peto-peto', byRanks(values, asked, 'Peto-Peto'), people),
    rowOf('restricted mean', byArea(values, asked), people),
    rowOf('turnbull', byTurnbull(values, asked), people),
  ];
  return {
    analysis: analysis.id,
    endpoint: analysis.endpoint,
    scale: 'hazard ratio',
    confidence,
    margin: undefined,
    rows,
  };
};
