import { isComputed } from '#core/endpoints/analyse.ts';
import { isNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import { isProportion } from '#core/endpoints/analyse-proportion.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';

const besides = 'it is described under the other endpoints, by counts and means of all randomised';

const names = {
  'miettinen-nurminen': 'Miettinen–Nurminen',
  newcombe: 'Newcombe',
  'clopper-pearson': 'Clopper–Pearson',
  wilson: 'Wilson',
  'fisher exact': "Fisher's exact test",
  'chi-squared': 'the chi-squared test',
  boschloo: "Boschloo's test",
  'cochran-mantel-haenszel': 'the Cochran–Mantel–Haenszel test',
  'wilcoxon signed rank': "Wilcoxon's signed rank test",
  'paired t': 'the paired t test',
  'log-rank': 'the log-rank test',
} as const;

const withTest = (test: 'none' | keyof typeof names): string => (test === 'none' ? '' : ` with ${names[test]}`);

const sided = (sides: 1 | 2): string => (sides === 1 ? 'one-sided' : 'two-sided');

/** What an analysis would be, in words. */
const sayAnalysis = (analysis: AnalysisDefinition): string => {
  const { endpoint } = analysis;
  switch (analysis.kind) {
    case 'compare proportions':
      return `the ${sided(analysis.sides)} ${analysis.hypothesis} comparison of ${endpoint}${withTest(analysis.test)} and a ${names[analysis.interval]} interval`;
    case 'proportion':
      return `the proportion of ${endpoint}${analysis.arm === undefined ? '' : ` in ${analysis.arm}`} with a ${names[analysis.interval]} interval`;
    case 'change': {
      const compared = analysis.comparison === 'ancova' ? ', and between the arms by ANCOVA' : '';
      return `the change of ${endpoint} within each arm${withTest(analysis.test)}${compared}`;
    }
    case 'time to event':
      return `the Kaplan–Meier estimate of ${endpoint}${withTest(analysis.test)}`;
    case 'description':
      return `the description of ${endpoint} by percentages and medians`;
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
  definition.analyses
    .filter((analysis) => !isComputed(analysis) && !isNonInferiority(analysis) && !isProportion(analysis))
    .map((each) => `${each.id}: ${sayAnalysis(each)}, of ${population(each)}, is not computed yet; ${besides}.`);
