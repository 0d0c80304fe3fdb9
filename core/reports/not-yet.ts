import { isComparedProportion } from '#core/endpoints/analyses/sensitivity.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
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

/** Non-inferiority without a margin, by another interval, or strata with one that has none of them. */
const missingComparison = (analysis: ProportionComparison): string | undefined => {
  const { endpoint, sides, hypothesis, test, interval } = analysis;
  return isComparedProportion(analysis)
    ? undefined
    : `the ${sided(sides)} ${hypothesis} comparison of ${endpoint} with ${names[test]} and a ${names[interval]} interval`;
};

/** What of an analysis no table of the report holds, in words; undefined where they hold all of it. */
const missingOf = (analysis: AnalysisDefinition): string | undefined =>
  analysis.kind === 'compare proportions' ? missingComparison(analysis) : undefined;

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
