import type { NotEstimable } from '#core/statistics/counts.ts';
import { normalUpperTail } from '#core/statistics/distributions/normal.ts';
import {
  computeStratifiedDifference,
  type StratifiedDifferenceInterval,
} from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import type { Stratum } from '#core/statistics/strata.ts';
import { type NonInferiority, testNonInferiority } from '#core/statistics/tests/non-inferiority.ts';
import { scoreOfCommonDifference } from '#core/statistics/tests/stratified-difference-score.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import type { ArmResult } from './analyse.ts';
import { analysedValues } from './analysed-values.ts';
import type { AnalysisValue } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';
import { type StratumOf, strataOfValues } from './strata-of-values.ts';

export type NonInferiorityAnalysis = ProportionComparison & {
  readonly hypothesis: 'non-inferiority';
  readonly interval: 'miettinen-nurminen';
  readonly margin: string;
};

export const isNonInferiority = (analysis: AnalysisDefinition): analysis is NonInferiorityAnalysis =>
  analysis.kind === 'compare proportions' &&
  analysis.hypothesis === 'non-inferiority' &&
  analysis.interval === 'miettinen-nurminen' &&
  analysis.margin !== undefined;

/** How those are taken of whom it is not known: beside the policy of the endpoint, since that pulls the arms together. */
export type MissingView =
  | 'as reported'
  | 'left out'
  /** Failures under the new treatment, successes under the control. */
  | 'worst for the new treatment';

export interface ViewedNonInferiority {
  readonly view: MissingView;
  readonly experimental: ArmResult;
  readonly control: ArmResult;
  readonly test: NonInferiority | NotEstimable<string>;
}

export interface NonInferiorityResult {
  readonly analysis: NonInferiorityAnalysis;
  /** The first is that of the endpoint's own policy. */
  readonly views: readonly [ViewedNonInferiority, ...ViewedNonInferiority[]];
  /** With the strata of the allocation; undefined where there are none. */
  readonly stratified: StratifiedNonInferiority | NotEstimable<string> | undefined;
}

/** The same with a difference that strata have in common; p of the margin is one-sided. */
export interface StratifiedNonInferiority {
  readonly interval: StratifiedDifferenceInterval;
  readonly p: number;
  readonly isNonInferior: boolean;
}

/** Whether somebody has responded, in a view; undefined for who is left out of it. */
const hasResponded = (value: AnalysisValue, view: MissingView, isExperimental: boolean): boolean | undefined => {
  const isMissing = value.policy === 'non-responder' || value.reported === 'unknown';
  if (!isMissing || view === 'as reported') return value.reported === 'true';
  return view === 'left out' ? undefined : !isExperimental;
};

const armIn = (arm: string, all: readonly AnalysisValue[], view: MissingView, isExperimental: boolean): ArmResult => {
  const own = all.filter((value) => value.arm === arm);
  const values = own.filter((value) => hasResponded(value, view, isExperimental) !== undefined);
  const events = values.filter((value) => hasResponded(value, view, isExperimental) === true).length;
  return { arm, values, counts: { events, of: values.length } };
};

/** The score of the margin and the interval are of one statistic: they cannot disagree. */
const stratify = (
  strata: readonly Stratum[],
  margin: number,
  alphaOneSided: number,
): StratifiedNonInferiority | NotEstimable<string> => {
  const interval = computeStratifiedDifference(strata, 1 - 2 * alphaOneSided);
  if ('notEstimable' in interval) return interval;
  const used = strata.filter((_, place) => !interval.dropped.includes(place));
  const p = normalUpperTail(scoreOfCommonDifference(used, -margin, 'N / (N - 1)'));
  return { interval, p, isNonInferior: interval.lower > -margin };
};

const views = ['left out', 'worst for the new treatment'] as const;

/**
 * Non-inferiority by the margin of the study, Miettinen and Nurminen's test and interval (`miettinen1985`), as the endpoint
 * reports who is missing and in two other views: counting them as failures in both arms pulls the arms together and
 * favours the hypothesis (ICH E9(R1)). Responders are wanted: more of them are better. With the strata of the
 * allocation besides, where there are any.
 */
export const analyseNonInferiority = (
  analysis: NonInferiorityAnalysis,
  study: Study,
  valuesOf: ValuesOf,
  stratumOf: StratumOf = () => undefined,
): NonInferiorityResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const alphaOneSided = analysis.sides === 1 ? Number(analysis.alpha) : Number(analysis.alpha) / 2;
  const viewed = (view: MissingView): ViewedNonInferiority => {
    const experimental = armIn(analysis.experimental, values, view, true);
    const control = armIn(analysis.control, values, view, false);
    const question = { margin: Number(analysis.margin), direction: 'more events are better', alphaOneSided } as const;
    return { view, experimental, control, test: testNonInferiority(experimental.counts, control.counts, question) };
  };
  const main = viewed('as reported');
  const strata = strataOfValues(main.experimental.values, main.control.values, stratumOf);
  return {
    analysis,
    views: [main, ...views.map(viewed)],
    stratified: strata.length > 1 ? stratify(strata, Number(analysis.margin), alphaOneSided) : undefined,
  };
};
