import type { TestedHypothesis, TestingResult } from '#core/endpoints/analyses/testing.ts';
import type { Study } from '#core/study/study.ts';
import { titleOf } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { writePercent, writeProbability } from './round.ts';

const procedureWords = {
  'one primary': 'one primary analysis',
  'fixed sequence': 'a fixed sequence',
  holm: "Holm's procedure",
  hochberg: "Hochberg's procedure",
  graphical: 'a graph',
  none: 'no procedure',
} as const satisfies Record<TestingResult['procedure'], string>;

const unnamedWords = {
  usual:
    'the study names no procedure: all its tested primary analyses are of one endpoint, and the first has the level',
  none: 'the study names no procedure, and has more than one primary endpoint or none that is tested',
} as const;

const decisionOf = (hypothesis: TestedHypothesis): string => {
  switch (hypothesis.kind) {
    case 'protected':
      return hypothesis.isRejected ? 'rejected' : 'not rejected';
    case 'not protected':
      return 'not protected: a description';
    case 'supporting':
      return 'same endpoint: read with the first';
    case 'no p':
      return `${hypothesis.isNamed ? 'not rejected' : 'not protected'}, not estimable: ${hypothesis.why}`;
    default:
      return hypothesis satisfies never;
  }
};

const cellsOf = (hypothesis: TestedHypothesis, alpha: number): readonly Figure[] => {
  const { analysis } = hypothesis;
  const rests = [`${analysis}-sensitivity/main/p`];
  const figure = (id: string, value: string, numbers: Figure['numbers'] = {}): Figure => ({
    id: `testing/${analysis}/${id}`,
    label: `${analysis}: ${id}`,
    value,
    rests,
    numbers,
  });
  const p = hypothesis.kind === 'no p' ? undefined : hypothesis.p;
  const adjusted = hypothesis.kind === 'protected' ? hypothesis.adjusted : undefined;
  return [
    p === undefined ? figure('p', '–') : figure('p', writeProbability(p), { p }),
    adjusted === undefined
      ? figure('adjusted', '')
      : figure('adjusted', writeProbability(adjusted), { adjusted, alpha }),
    figure('decision', decisionOf(hypothesis)),
  ];
};

/** Which hypotheses are rejected, at which level, and which p are nothing but descriptions. */
export const testingTable = ({ procedure, alpha, isNamed, hypotheses }: TestingResult, study: Study): Table => {
  const level = `${writePercent(alpha, 2)}`.replace(/\.?0+%$/, '%');
  const said = procedure === 'none' ? procedureWords.none : `${procedureWords[procedure]} at ${level}, two-sided`;
  const rowLabel = ({ analysis: id }: TestedHypothesis): string => {
    const analysis = study.definition.analyses.find((each) => each.id === id);
    return analysis === undefined ? id : `${titleOf(analysis, study)} (${id})`;
  };
  return {
    id: 'testing',
    title: `Hypotheses tested by ${said}`,
    columns: ['p, two-sided', 'adjusted p', 'decision'],
    rows: hypotheses.map((hypothesis) => ({ label: rowLabel(hypothesis), cells: cellsOf(hypothesis, alpha) })),
    notes: [
      isNamed ? 'as the study names it' : unnamedWords[procedure === 'none' ? 'none' : 'usual'],
      'a p of one side is doubled; adjusted p are rejected up to the level; other p are not adjusted for being one of many',
    ],
  };
};
