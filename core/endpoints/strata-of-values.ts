import type { Counts } from '#core/statistics/counts.ts';
import type { Stratum } from '#core/statistics/strata.ts';
import type { AnalysisValue } from './analysis-value.ts';

/** The stratum in which somebody was allocated; undefined where nobody says one. */
export type StratumOf = (participant: string) => string | undefined;

const countsOf = (values: readonly AnalysisValue[]): Counts => ({
  events: values.filter(({ reported }) => reported === 'true').length,
  of: values.length,
});

/** Responders of two arms within each stratum of the allocation, in the order in which strata are met. */
export const strataOfValues = (
  experimental: readonly AnalysisValue[],
  control: readonly AnalysisValue[],
  stratumOf: StratumOf,
): readonly Stratum[] => {
  const names = new Set([...experimental, ...control].map(({ participant }) => stratumOf(participant)));
  const within = (values: readonly AnalysisValue[], name: string | undefined): Counts =>
    countsOf(values.filter(({ participant }) => stratumOf(participant) === name));
  return [...names].map((name) => ({ arm1: within(experimental, name), arm0: within(control, name) }));
};
