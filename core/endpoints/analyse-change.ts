import { isExact } from '#core/quantities/range.ts';
import type { NotEstimable } from '#core/statistics/counts.ts';
import { type Summary, summariseValues } from '#core/statistics/descriptive/summary.ts';
import { type SignedRank, testSignedRank } from '#core/statistics/tests/signed-rank.ts';
import { type StudentTest, testMeanChange } from '#core/statistics/tests/student-t-test.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { analysedValues } from './analysed-values.ts';
import { type AnalysisValue, enteredOutcome } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';

export type ChangeAnalysis = Extract<AnalysisDefinition, { readonly kind: 'change' }>;

export const isChange = (analysis: AnalysisDefinition): analysis is ChangeAnalysis => analysis.kind === 'change';

/** The changes of one arm, summarised, and the test within it that the study names. */
export interface ArmChange {
  readonly arm: string;
  /** Of these it is known for `summary.n`. */
  readonly of: number;
  readonly values: readonly AnalysisValue[];
  readonly summary: Summary | NotEstimable<string>;
  readonly test: SignedRank | StudentTest | NotEstimable<string> | undefined;
}

export interface ChangeResult {
  readonly analysis: ChangeAnalysis;
  readonly arms: readonly ArmChange[];
}

/** A change that is one number; one that is still a range is not known. */
export const changeOf = (value: AnalysisValue): readonly number[] => {
  const outcome = enteredOutcome(value);
  if (outcome.kind !== 'number' || !isExact(outcome.range) || outcome.range.low === undefined) return [];
  const { numerator, denominator } = outcome.range.low;
  return [Number(numerator) / Number(denominator)];
};

const testOf = ({ test }: ChangeAnalysis, changes: readonly number[], level: number): ArmChange['test'] => {
  switch (test) {
    case 'wilcoxon signed rank':
      return testSignedRank(changes);
    case 'paired t':
      return testMeanChange(changes, level);
    case 'none':
      return undefined;
    default:
      return test satisfies never;
  }
};

/**
 * The change of an endpoint within each arm: summarised with the interval of its mean, and tested as the study says, by
 * Wilcoxon's signed rank test or the t test of one mean. Who is not known is left out and counted: a change is not
 * imputed here. Within an arm nothing says that the treatment did it.
 */
export const analyseChange = (analysis: ChangeAnalysis, study: Study, valuesOf: ValuesOf): ChangeResult => {
  const values = analysedValues(analysis, study, valuesOf);
  const level = Number(analysis.level ?? '0.95');
  return {
    analysis,
    arms: study.definition.arms.map(({ id: arm }) => {
      const own = values.filter((value) => value.arm === arm);
      const changes = own.flatMap(changeOf);
      return {
        arm,
        of: own.length,
        values: own,
        summary: summariseValues(changes, level),
        test: testOf(analysis, changes, level),
      };
    }),
  };
};
