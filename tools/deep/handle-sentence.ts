/** What holds for any sentence whatever: it is refused with a place, or read, and then it means one thing. */

import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Chart } from '#core/criteria/chart.ts';
import { checkFormula } from '#core/criteria/check.ts';
import { compileCondition } from '#core/criteria/compile.ts';
import { compileValue } from '#core/criteria/compile-value.ts';
import { explain } from '#core/criteria/explain.ts';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { noReadings } from '#core/criteria/no-readings.ts';
import { printFormula } from '#core/criteria/print.ts';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import type { Formula, Span } from '#core/criteria/syntax.ts';
import type { Measured } from '#core/measures/measured.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { Study } from '#core/study/study.ts';
import { type Breakage, brokenBy, type Fuzzed, fuzz } from './fuzzing.ts';
import { mutateSentence } from './mutate.ts';

/** Every text under a key `rule`, wherever it stands in a study file. */
export const rulesIn = (text: string): readonly string[] => {
  const inNode = (node: unknown): readonly string[] => {
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([key, inner]) => (key === 'rule' ? [String(inner)] : inNode(inner)));
  };
  return inNode(parse(text));
};

const withoutSpans = (tree: unknown): unknown => {
  if (Array.isArray(tree)) return tree.map(withoutSpans);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, inner]) => (key === 'span' ? [] : [[key, withoutSpans(inner)]])),
  );
};

const isInside = ({ start, end }: Span, sentence: string): boolean =>
  start >= 0 && start <= end && end <= sentence.length;

const measuredAt = (study: Study, id: string, point: string): Measured => {
  const measure = study.lexicon.measures.get(id);
  if (measure === undefined) throw new Error(`${id} is no measure`);
  return measure.compute({
    point,
    date: readDate('2026-05-18'),
    answer: () => undefined,
    birth: undefined,
    sex: undefined,
    normalRange: () => undefined,
    medication: { courses: [], completeThrough: undefined },
  });
};

/** A chart of someone of whom nothing is recorded but dates. */
const emptyChart = (study: Study): Chart => ({
  ...noReadings,
  measuredAt: () => ['screening', 'baseline', 'week 4', 'week 24'],
  onDay: (id) => measuredAt(study, id, 'day'),
  accumulated: (id) => measuredAt(study, id, 'day'),
  dateOf: () => readDate('2026-05-18'),
  recordOf: () => 'visit',
  measure: (id, point) => measuredAt(study, id, point),
  records: () => [],
  completeThrough: () => undefined,
  judgement: () => ({ truth: 'unknown', record: undefined }),
});

/** Compiles and asks; whatever was checked can be asked. */
const askNobody = (formula: Formula, study: Study): void => {
  const setting = { lexicon: study.lexicon, definitions: study.definitions };
  const chart = emptyChart(study);
  if (formula.kind === 'first-point') explain(compileCondition(formula.where, setting)(chart, 'week 24'));
  else if (formula.kind === 'classify')
    for (const { where } of formula.classes) explain(compileCondition(where, setting)(chart, 'week 24'));
  else if (isCondition(formula)) explain(compileCondition(formula, setting)(chart, 'week 24'));
  else compileValue(formula, study.lexicon).ask(chart, 'week 24');
};

const faultOfTree = (sentence: string, formula: Formula, study: Study): string | undefined => {
  const printed = printFormula(formula);
  const again = readFormula(printed, study.lexicon);
  if (isUnreadable(again)) return `was read, but its print cannot be: ${printed}`;
  if (!isDeepStrictEqual(withoutSpans(again), withoutSpans(formula)))
    return `its print means something else: ${printed}`;
  return isInside(formula.span, sentence) ? undefined : 'its tree has a place outside it';
};

const handle = (sentence: string, study: Study): string | Breakage => {
  const read = readFormula(sentence, study.lexicon);
  if (isUnreadable(read))
    return isInside(read.span, sentence) && read.problem !== '' ? 'refused' : { broken: 'refused without a place' };
  const fault = faultOfTree(sentence, read, study);
  if (fault !== undefined) return { broken: fault };
  const options = { lexicon: study.lexicon, pointsRequired: false, isScheduled: () => true };
  const problems = checkFormula(read, options);
  if (problems.some(({ span, problem }) => !isInside(span, sentence) || problem === ''))
    return { broken: 'found at fault without a place' };
  if (problems.length > 0) return 'at fault';
  askNobody(read, study);
  return 'accepted';
};

/** How one sentence was handled, or what broke; nothing is thrown. */
export const handleSentence = (sentence: string, study: Study): string | Breakage => {
  try {
    return handle(sentence, study);
  } catch (error) {
    return brokenBy(error);
  }
};

/** Mutated sentences of a study, read with its own names. */
export const fuzzSentences = (text: string, study: Study, runs: number, seed: string): Fuzzed => {
  const rules = rulesIn(text);
  return fuzz(
    'sentences',
    runs,
    seed,
    (stream) => mutateSentence(stream.pick(rules), rules, stream),
    (sentence) => handleSentence(sentence, study),
  );
};
