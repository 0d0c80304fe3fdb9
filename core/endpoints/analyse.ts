import type { Participant } from '#core/conduct/participant.ts';
import type { Counts, NotEstimable } from '#core/statistics/counts.ts';
import { computeDifferenceInterval, type DifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { type FisherExact, testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import type { AnalysisDefinition } from '#core/study/schema.ts';
import type { Study } from '#core/study/study.ts';
import type { AnalysisValue } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';

export interface ArmResult {
  readonly arm: string;
  readonly counts: Counts;
  /** Values behind the counts. */
  readonly values: readonly AnalysisValue[];
}

/** One analysis of the definition, answered: counts by arm, the test and the interval, or why there is none. */
export interface BinaryResult {
  readonly analysis: AnalysisDefinition;
  readonly experimental: ArmResult;
  readonly control: ArmResult;
  readonly test: FisherExact | NotEstimable;
  readonly interval: DifferenceInterval | NotEstimable;
}

/** All randomised participants, by their assigned arm: nobody leaves the analysis for what happened afterwards. */
export const randomisedPopulation = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter((participant) => participant.randomised !== undefined);

const armResult = (arm: string, values: readonly AnalysisValue[]): ArmResult => {
  const own = values.filter((value) => value.arm === arm);
  return {
    arm,
    values: own,
    counts: { events: own.filter((value) => value.reported === 'true').length, of: own.length },
  };
};

/** Runs one analysis of the study on its population. */
export const analyseBinary = (
  analysis: AnalysisDefinition,
  study: Study,
  participants: readonly Participant[],
): BinaryResult => {
  const endpoint = study.endpoints.find((each) => each.of.id === analysis.endpoint);
  if (endpoint === undefined) throw new Error(`analysis ${analysis.id} has no endpoint ${analysis.endpoint}`);
  const values = randomisedPopulation(participants).map((participant) => deriveValue(endpoint, study, participant));
  const experimental = armResult(analysis.experimental, values);
  const control = armResult(analysis.control, values);
  return {
    analysis,
    experimental,
    control,
    test: testFisherExact(experimental.counts, control.counts),
    interval: computeDifferenceInterval(experimental.counts, control.counts, 1 - Number(analysis.alpha)),
  };
};
