import { meanOf } from '../descriptive/moments.ts';
import type { Matrix } from '../linear/matrix.ts';

/** One participant of a model: the arm, the value, covariates and factor levels, in the same order for all. */
export interface Observation {
  readonly arm: 0 | 1;
  readonly value: number;
  readonly covariates: readonly number[];
  readonly factors: readonly string[];
}

/** How the levels of a factor count in an adjusted mean: all alike, or as often as they were observed (SAS: OM). */
export type FactorWeights = 'equal' | 'as observed';

export interface ModelDesign {
  /** Intercept, arm, covariates (as they are), then an indicator for each level of a factor but its first. */
  readonly rows: Matrix;
  /** The row of an average participant of an arm: covariates at their means, factors weighted. */
  readonly meanRow: (arm: 0 | 1) => readonly number[];
}

const levelsOf = (observations: readonly Observation[]): readonly (readonly string[])[] =>
  (observations[0]?.factors ?? []).map((_, index) =>
    [...new Set(observations.map(({ factors }) => factors[index] ?? ''))].toSorted(),
  );

/** The columns of a model with main effects; levels in the order of their code points, those observed only. */
export const designOf = (observations: readonly Observation[], weights: FactorWeights): ModelDesign => {
  const levels = levelsOf(observations);
  const indicators = (factors: readonly string[]): readonly number[] =>
    levels.flatMap((names, index) => names.slice(1).map((name) => (factors[index] === name ? 1 : 0)));
  const rows = observations.map(({ arm, covariates, factors }) => [1, arm, ...covariates, ...indicators(factors)]);
  const means = (observations[0]?.covariates ?? []).map((_, index) =>
    meanOf(observations.map(({ covariates }) => covariates[index] ?? Number.NaN)),
  );
  const shares = levels.flatMap((names, index) =>
    names
      .slice(1)
      .map((name) =>
        weights === 'equal'
          ? 1 / names.length
          : observations.filter(({ factors }) => factors[index] === name).length / observations.length,
      ),
  );
  return { rows, meanRow: (arm) => [1, arm, ...means, ...shares] };
};
