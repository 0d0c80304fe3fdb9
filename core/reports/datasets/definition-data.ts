import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, textColumn } from './data-set.ts';
import { endpointSets } from './endpoint-data.ts';
import { testingSets } from './testing-data.ts';

/** One field of an analysis, where its kind has it. */
const fieldOf = (analysis: AnalysisDefinition, name: string): string | undefined => {
  const found = Object.entries(analysis).find(([key]) => key === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
};

const fields = [
  ['id', 'analysis'],
  ['kind', 'kind of analysis'],
  ['endpoint', 'endpoint'],
  ['population', 'population'],
  ['arm', 'the one arm that it is of'],
  ['test', 'test'],
  ['interval', 'method of the interval'],
  ['hypothesis', 'hypothesis'],
  ['comparison', 'comparison between the arms'],
  ['margin', 'margin, as a share'],
  ['experimental', 'arm that is compared'],
  ['control', 'arm that it is compared with'],
  ['alpha', 'level of significance'],
  ['sides', 'sides of the test'],
  ['level', 'level of confidence'],
] as const;

/** What the study says of its arms, visits and analyses, beside the data that are analysed by it. */
export const definitionSets = (study: Study): readonly DataSet[] => [
  dataSet<Study['definition']['arms'][number]>(
    'arms',
    'The arms, in the order of the study',
    [textColumn('arm', 'arm', ({ id }) => id), textColumn('title', 'name', ({ title }) => title)],
    study.definition.arms,
  ),
  dataSet<AnalysisDefinition>(
    'analyses',
    'The analyses that the study names',
    fields.map(([name, label]) => textColumn<AnalysisDefinition>(name, label, (row) => fieldOf(row, name))),
    study.definition.analyses,
  ),
  ...endpointSets(study),
  ...testingSets(study),
];
