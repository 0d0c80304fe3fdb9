import type { NotEstimable } from '#core/statistics/counts.ts';
import type { FollowUp } from '#core/statistics/survival/follow-up.ts';
import { estimateSurvival, type SurvivalCurve } from '#core/statistics/survival/kaplan-meier.ts';
import { type LogRankTest, testLogRank } from '#core/statistics/survival/log-rank.ts';
import { type SurvivalQuantile, survivalQuantile } from '#core/statistics/survival/survival-quantile.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { analysedValues } from './analysed-values.ts';
import { type AnalysisValue, enteredOutcome } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';
import type { StratumOf } from './strata-of-values.ts';

export type TimeAnalysis = Extract<AnalysisDefinition, { readonly kind: 'time to event' }>;

export const isTimeToEvent = (analysis: AnalysisDefinition): analysis is TimeAnalysis =>
  analysis.kind === 'time to event';

/** The times of one arm, and what they come to. */
export interface ArmTimes {
  readonly arm: string;
  readonly values: readonly AnalysisValue[];
  /** Of whom neither a day nor a censoring is known. */
  readonly unknown: number;
  readonly curve: SurvivalCurve | NotEstimable<string>;
  readonly median: SurvivalQuantile | undefined;
}

export interface TimeResult {
  readonly analysis: TimeAnalysis;
  readonly arms: readonly ArmTimes[];
  /** Undefined where the study asks for no test. */
  readonly test: LogRankTest | NotEstimable<string> | undefined;
}

/**
 * Day 0 is the day of allocation; methods count it as day 1. What is seen at a visit is taken to have happened on its day,
 * also where the visit before was missed and it may have happened earlier: the interval says so, and the sensitivity
 * analysis for intervals asks it.
 */
export const followUpOf = (value: AnalysisValue): readonly FollowUp[] => {
  const outcome = enteredOutcome(value);
  if (outcome.kind !== 'time') return [];
  const day = outcome.day ?? (outcome.reached === 'true' ? outcome.interval?.by : undefined);
  if (day !== undefined) return [{ time: day + 1, event: true }];
  return outcome.censored === undefined ? [] : [{ time: Math.max(0, outcome.censored.day) + 1, event: false }];
};

/**
 * Time to an endpoint by Kaplan and Meier (`kaplan1958`), with the median, and the log-rank test between two arms, by the
 * strata of the allocation where there are any. Who left without it is censored on the last day it was known not to be.
 */
export const analyseTime = (
  analysis: TimeAnalysis,
  study: Study,
  valuesOf: ValuesOf,
  stratumOf: StratumOf = () => undefined,
): TimeResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const level = Number(analysis.level ?? '0.95');
  const ofArm = (arm: string | undefined): readonly AnalysisValue[] => values.filter((value) => value.arm === arm);
  const strata = [...new Set(values.map(({ participant }) => stratumOf(participant)))].map((name) => {
    const within = (arm: string | undefined) =>
      ofArm(arm)
        .filter(({ participant }) => stratumOf(participant) === name)
        .flatMap(followUpOf);
    return { arm1: within(analysis.experimental), arm0: within(analysis.control) };
  });
  return {
    analysis,
    arms: study.definition.arms.map(({ id: arm }) => {
      const own = ofArm(arm);
      const followUps = own.flatMap(followUpOf);
      const curve = estimateSurvival(followUps, 'log-log', level);
      const median = 'notEstimable' in curve ? undefined : survivalQuantile(curve);
      return { arm, values: own, unknown: own.length - followUps.length, curve, median };
    }),
    test: analysis.test === 'none' ? undefined : testLogRank(strata),
  };
};
