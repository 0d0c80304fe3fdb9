/** What holds for any sentence whatever: it is refused with a place, or read, and then it means one thing. */

import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { checkFormula } from '#core/criteria/check.ts';
import { compileCondition, type Glossary } from '#core/criteria/compile.ts';
import { compileValue } from '#core/criteria/compile-value.ts';
import { explain } from '#core/criteria/explain.ts';
import { turningDays } from '#core/criteria/flips.ts';
import { isCondition, isValue } from '#core/criteria/formula-kind.ts';
import { inWords } from '#core/criteria/in-words.ts';
import { minimalNeeds } from '#core/criteria/needs.ts';
import { printFormula } from '#core/criteria/print.ts';
import type { Proof } from '#core/criteria/proof.ts';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import type { Condition, Formula, Span } from '#core/criteria/syntax.ts';
import { not } from '#core/quantities/truth.ts';
import type { Study } from '#core/study/study.ts';
import { type Breakage, brokenBy, type Fuzzed, fuzz } from './fuzzing.ts';
import { chartOfPerson, fuzzedPeople } from './handle-people.ts';
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

/** What a proof and its denial have in common: they say opposite things, and nothing is unknown without a reason. */
const faultOfProof = (proof: Proof, denial: Proof): string | undefined => {
  if (denial.truth !== not(proof.truth)) return `is ${proof.truth}, and denied it is ${denial.truth}`;
  if (explain(proof).length === 0) return `is ${proof.truth} without a reason`;
  turningDays(proof);
  const needs = (['true', 'false'] as const).flatMap((wanted) => minimalNeeds(proof, wanted));
  return needs.some((set) => set.length === 0) ? 'could be settled with nothing, and is not' : undefined;
};

/** What is wrong with what a condition says of anybody. */
const faultOfCondition = (condition: Condition, glossary: Glossary): string | undefined => {
  const ask = compileCondition(condition, glossary);
  const deny = compileCondition({ kind: 'not', term: condition, span: condition.span }, glossary);
  return fuzzedPeople
    .map((person) => chartOfPerson(person, glossary.lexicon))
    .map((chart) => faultOfProof(ask(chart, 'week 24'), deny(chart, 'week 24')))
    .find((fault) => fault !== undefined);
};

const conditionsOf = (formula: Formula): readonly Condition[] => {
  if (formula.kind === 'first-point') return [formula.where];
  if (formula.kind === 'classify') return formula.classes.map(({ where }) => where);
  return isCondition(formula) ? [formula] : [];
};

/** Compiles and asks everybody; whatever was checked can be asked. */
const faultOfAnswers = (formula: Formula, glossary: Glossary): string | undefined => {
  if (isValue(formula)) {
    const { ask } = compileValue(formula, glossary.lexicon);
    for (const person of fuzzedPeople) ask(chartOfPerson(person, glossary.lexicon), 'week 24');
  }
  return conditionsOf(formula)
    .map((condition) => faultOfCondition(condition, glossary))
    .find((fault) => fault !== undefined);
};

const faultOfTree = (sentence: string, formula: Formula, { lexicon }: Glossary): string | undefined => {
  const printed = printFormula(formula);
  const again = readFormula(printed, lexicon);
  if (isUnreadable(again)) return `was read, but its print cannot be: ${printed}`;
  if (!isDeepStrictEqual(withoutSpans(again), withoutSpans(formula)))
    return `its print means something else: ${printed}`;
  if (inWords(formula, lexicon).trim().length < 2) return 'has no words';
  return isInside(formula.span, sentence) ? undefined : 'its tree has a place outside it';
};

const handle = (sentence: string, glossary: Glossary): string | Breakage => {
  const read = readFormula(sentence, glossary.lexicon);
  if (isUnreadable(read))
    return isInside(read.span, sentence) && read.problem !== '' ? 'refused' : { broken: 'refused without a place' };
  const fault = faultOfTree(sentence, read, glossary);
  if (fault !== undefined) return { broken: fault };
  const options = { lexicon: glossary.lexicon, pointsRequired: false, isScheduled: () => true };
  const problems = checkFormula(read, options);
  if (problems.some(({ span, problem }) => !isInside(span, sentence) || problem === ''))
    return { broken: 'found at fault without a place' };
  if (problems.length > 0) return 'at fault';
  const answered = faultOfAnswers(read, glossary);
  return answered === undefined ? 'accepted' : { broken: answered };
};

const longestMilliseconds = 2000;

/** How one sentence was handled, or what broke, a long wait included; nothing is thrown. */
export const handleSentence = (sentence: string, glossary: Glossary): string | Breakage => {
  const start = performance.now();
  try {
    const handled = handle(sentence, glossary);
    const took = Math.round(performance.now() - start);
    return took > longestMilliseconds ? { broken: `it took ${took} ms` } : handled;
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
