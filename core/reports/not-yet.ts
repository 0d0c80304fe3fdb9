import { isComputed } from '#core/endpoints/analyse.ts';
import { isNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import { isStratified } from '#core/endpoints/analyse-stratified.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';

const besides = 'it is described under the other endpoints, by counts and means of all randomised';

const names = {
  'miettinen-nurminen': 'Miettinen–Nurminen',
  newcombe: 'Newcombe',
  'fisher exact': "Fisher's exact test",
  'chi-squared': 'the chi-squared test',
  boschloo: "Boschloo's test",
  'cochran-mantel-haenszel': 'the Cochran–Mantel–Haenszel test',
} as const;

const sided = (sides: 1 | 2): string => (sides === 1 ? 'one-sided' : 'two-sided');

/** What of an analysis no table of the report holds, in words; undefined where they hold all of it. */
const missingOf = (analysis: AnalysisDefinition): string | undefined => {
  const { endpoint } = analysis;
  switch (analysis.kind) {
    case 'compare proportions':
      return isComputed(analysis) || isNonInferiority(analysis) || isStratified(analysis)
        ? undefined
        : `the ${sided(analysis.sides)} ${analysis.hypothesis} comparison of ${endpoint} with ${names[analysis.test]} and a ${names[analysis.interval]} interval`;
    case 'change':
      return analysis.comparison === 'ancova' ? `the comparison of ${endpoint} between the arms by ANCOVA` : undefined;
    case 'description':
      return `the description of ${endpoint} by percentages and medians`;
    case 'proportion':
    case 'time to event':
      return undefined;
    default:
      return analysis satisfies never;
  }
};

const population = (analysis: AnalysisDefinition): string => {
  switch (analysis.population) {
    case 'randomised':
    case 'treated':
      return `all ${analysis.population}`;
    case 'per protocol':
      return 'those treated per protocol';
    case 'all enrolled':
      return analysis.population;
    default:
      return analysis.population satisfies never;
  }
};

/** The analyses that the study plans and no table of the report holds, each in a sentence. */
export const notYetComputed = ({ definition }: Study): readonly string[] =>
  definition.analyses.flatMap((each) => {
    const missing = missingOf(each);
    return missing === undefined
      ? []
      : [`${each.id}: ${missing}, of ${population(each)}, is not computed yet; ${besides}.`];
  });
