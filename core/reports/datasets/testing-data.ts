import type { TestingDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, textColumn } from './data-set.ts';

/** One hypothesis of the procedure. */
interface TestingRow {
  readonly procedure: string;
  readonly alpha: string;
  readonly analysis: string;
  readonly weight: string | undefined;
}

type Transition = Extract<TestingDefinition, { readonly procedure: 'graphical' }>['transitions'][number];

const hypothesesOf = (testing: TestingDefinition): readonly Pick<TestingRow, 'analysis' | 'weight'>[] => {
  switch (testing.procedure) {
    case 'one primary':
      return [{ analysis: testing.analysis, weight: undefined }];
    case 'fixed sequence':
    case 'holm':
    case 'hochberg':
      return testing.analyses.map((analysis) => ({ analysis, weight: undefined }));
    case 'graphical':
      return testing.hypotheses;
    default:
      return testing satisfies never;
  }
};

/** How the study shares its level among hypotheses: each with its weight, and of a graph what passes between them. */
export const testingSets = ({ definition: { testing } }: Study): readonly DataSet[] => [
  dataSet<TestingRow>(
    'testing',
    'The hypotheses of the testing procedure that the study names, in its order',
    [
      textColumn('procedure', 'procedure', ({ procedure }) => procedure),
      textColumn('alpha', 'level of all together, two-sided', ({ alpha }) => alpha),
      textColumn('analysis', 'analysis', ({ analysis }) => analysis),
      textColumn('weight', 'of a graph: share of the level at the start', ({ weight }) => weight),
    ],
    testing === undefined
      ? []
      : hypothesesOf(testing).map((each) => ({ procedure: testing.procedure, alpha: testing.alpha, ...each })),
  ),
  dataSet<Transition>(
    'testing-graph',
    'What a rejection sets free in the graph of the testing procedure',
    [
      textColumn('before', 'analysis that is rejected', ({ before }) => before),
      textColumn('after', 'analysis that gets a share of its level', ({ after }) => after),
      textColumn('share', 'the share', ({ share }) => share),
    ],
    testing?.procedure === 'graphical' ? testing.transitions : [],
  ),
];
