import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import type { AnalysisValue } from './analysis-value.ts';
import type { ValuesOf } from './derived-values.ts';

/** The values of an analysis: those of its endpoint in its population. Throws for an endpoint that a checked study lacks. */
export const analysedValues = (
  { id, endpoint, population }: Pick<AnalysisDefinition, 'id' | 'endpoint' | 'population'>,
  study: Study,
  valuesOf: ValuesOf,
): readonly AnalysisValue[] => {
  const found = study.endpoints.find(({ of }) => of.id === endpoint);
  if (found === undefined) throw new Error(`analysis ${id} has no endpoint ${endpoint}`);
  return valuesOf(found, undefined, population);
};
