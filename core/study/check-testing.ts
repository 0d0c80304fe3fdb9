import { type Decimal, rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { add, compare, one, type Rational, zero } from '#core/quantities/rational.ts';
import { type Fault, ids, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { AnalysisDefinition, TestingDefinition } from './schema-analyses.ts';

type GraphDefinition = Extract<TestingDefinition, { readonly procedure: 'graphical' }>;

/** Whether an analysis ends in one p: a description and a share have none, nor has a change without any test. */
export const isTested = (analysis: AnalysisDefinition): boolean => {
  switch (analysis.kind) {
    case 'compare proportions':
      return true;
    case 'change':
      return (analysis.comparison ?? 'none') !== 'none' || analysis.test !== 'none';
    case 'time to event':
      return analysis.test !== 'none';
    case 'proportion':
    case 'description':
      return false;
    default:
      return analysis satisfies never;
  }
};

/** The analyses that a procedure names, in its order, each with its place in the file. */
const namedIn = (testing: TestingDefinition): readonly { readonly id: string; readonly path: Path }[] => {
  switch (testing.procedure) {
    case 'one primary':
      return [{ id: testing.analysis, path: ['testing', 'analysis'] }];
    case 'fixed sequence':
    case 'holm':
    case 'hochberg':
      return testing.analyses.map((id, index) => ({ id, path: ['testing', 'analyses', index] }));
    case 'graphical':
      return testing.hypotheses.map(({ analysis: id }, index) => ({
        id,
        path: ['testing', 'hypotheses', index, 'analysis'],
      }));
    default:
      return testing satisfies never;
  }
};

/** The ids of the analyses that a procedure names, in its order. */
export const testedAnalyses = (testing: TestingDefinition): readonly string[] => namedIn(testing).map(({ id }) => id);

const numberIn = (written: string): Rational | undefined => {
  const decimal: Decimal | undefined = readDecimal(written);
  return decimal && rationalOf(decimal);
};

const shareFaults = (written: string, path: Path): readonly Fault[] => {
  const value = numberIn(written);
  return value !== undefined && compare(value, zero) >= 0 && compare(value, one) <= 0
    ? []
    : [{ path, what: `"${written}" is no share`, expected: ['a number from 0 to 1, such as "0.5"'] }];
};

const sumFaults = (written: readonly string[], path: Path, what: string): readonly Fault[] => {
  const sum = written.map((each) => numberIn(each) ?? zero).reduce(add, zero);
  return compare(sum, one) > 0 ? [{ path, what: `${what} come to more than 1`, expected: ['shares of one'] }] : [];
};

const graphFaults = ({ hypotheses, transitions }: GraphDefinition): readonly Fault[] => {
  const named = hypotheses.map(({ analysis }) => analysis);
  return [
    ...hypotheses.flatMap(({ weight }, index) => shareFaults(weight, ['testing', 'hypotheses', index, 'weight'])),
    ...sumFaults(
      hypotheses.map(({ weight }) => weight),
      ['testing', 'hypotheses'],
      'the weights',
    ),
    ...transitions.flatMap(({ before, after, share }, index) => {
      const path = ['testing', 'transitions', index];
      return [
        ...unknown(before, named, [...path, 'before'], 'hypothesis of the graph'),
        ...unknown(after, named, [...path, 'after'], 'hypothesis of the graph'),
        ...(before === after
          ? [{ path: [...path, 'after'], what: 'a transition to itself', expected: ['another hypothesis'] }]
          : []),
        ...shareFaults(share, [...path, 'share']),
      ];
    }),
    ...[...new Set(transitions.map(({ before }) => before))].flatMap((from) =>
      sumFaults(
        transitions.filter(({ before }) => before === from).map(({ share }) => share),
        ['testing', 'transitions'],
        `the transitions of ${from}`,
      ),
    ),
  ];
};

/** What is wrong with the testing procedure: analyses that there are not or that test nothing, one twice, its shares. */
export const checkTesting = ({ testing, analyses }: StudyDefinition): readonly Fault[] => {
  if (testing === undefined) return [];
  const named = namedIn(testing);
  const tested = ids(analyses.filter(isTested));
  const level: readonly Fault[] =
    Number(testing.alpha) > 0
      ? []
      : [{ path: ['testing', 'alpha'], what: 'a level of zero never rejects', expected: ['"0.05"'] }];
  return [
    ...level,
    ...named.flatMap(({ id, path }, index) => [
      ...unknown(id, tested, path, 'analysis with a test'),
      ...(named.findIndex((each) => each.id === id) < index
        ? [{ path, what: `"${id}" is tested twice`, expected: ['each analysis once'] }]
        : []),
    ]),
    ...(testing.procedure === 'graphical' ? graphFaults(testing) : []),
  ];
};
