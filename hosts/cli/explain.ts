import { checkFormula } from '#core/criteria/check.ts';
import type { Unreadable } from '#core/criteria/cursor.ts';
import { printFormula } from '#core/criteria/print.ts';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import type { Formula } from '#core/criteria/syntax.ts';
import { checkSchedule, isScheduledIn } from '#core/study/check-schedule.ts';
import type { Study } from '#core/study/study.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { asksOf, type SentenceAsks } from './sentence-asks.ts';
import { answer, type Session } from './session.ts';
import { openStudy, sayProblem } from './trial-files.ts';

const width = 110;

/** What is wrong, and the offset in the sentence where it is. */
interface Wrong {
  readonly offset: number;
  readonly problem: string;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

const wrongAt = ({ span, problem, expected, nearest }: Unreadable): Wrong => ({
  offset: span.start,
  problem,
  expected,
  nearest,
});

/** The sentence as it would be checked in the study file, also through the definitions that it refers to. */
const wrongIn = (formula: Formula, { definition, definitions, lexicon }: Study): readonly Wrong[] => {
  const isScheduled = isScheduledIn(definition, lexicon);
  const placed = [{ id: 'sentence', path: [], formula }];
  const behind = checkSchedule({ ...definition, endpoints: [] }, lexicon, placed, {
    definitions,
    endpoints: new Map(),
  });
  return [
    ...checkFormula(formula, { lexicon, pointsRequired: false, isScheduled }).map(wrongAt),
    ...behind.map(({ offset, what, expected, nearest }) => ({ offset, problem: what, expected, nearest })),
  ].toSorted((a, b) => a.offset - b.offset);
};

/** The characters of a sentence, each in one column: line ends and what does not show become blanks. */
const columnsOf = (text: string): readonly string[] =>
  [...text].map((character) => (/[\p{C}\p{Z}]/u.test(character) ? ' ' : character));

/** The sentence on one line and a caret under the place; of a long sentence, what stands around it. */
const pointAt = (sentence: string, offset: number): readonly string[] => {
  const characters = columnsOf(sentence);
  const column = columnsOf(sentence.slice(0, offset)).length;
  const from = characters.length <= width ? 0 : Math.max(0, column - width / 2);
  const [before, after] = [from === 0 ? '' : '… ', from + width < characters.length ? ' …' : ''];
  const shown = characters.slice(from, from + width).join('');
  return [`${before}${shown}${after}`.trimEnd(), `${' '.repeat(before.length + column - from)}^`];
};

const sayWrong = (sentence: string, { offset, problem, expected, nearest }: Wrong): readonly string[] => [
  ...pointAt(sentence, offset),
  sayProblem(problem, expected, nearest),
];

const refuse = (sentence: string, wrong: readonly Wrong[], session: Session): ExitCode => {
  const problems = wrong.map(({ offset, ...each }) => ({
    column: columnsOf(sentence.slice(0, offset)).length + 1,
    ...each,
  }));
  const text = (): string => wrong.flatMap((each) => sayWrong(sentence, each)).join('\n');
  return answer(session, { sentence, valid: false, problems }, text, exitCodes.no);
};

const kinds: Readonly<Record<SentenceAsks['kind'], string>> = {
  condition: 'a condition: true, false or not known',
  value: 'a value',
  time: 'a time: the first point at which it holds',
  class: 'a class: the first of which the condition holds',
};

const places = (at: readonly string[]): string => at.map((each) => ` at ${each}`).join(',');

const saySentence = (text: string, asks: SentenceAsks): string => {
  const rows = [
    ...asks.measures.map(({ name, at }) => ['measure', `${name}${places(at)}`]),
    ...asks.judgements.map(({ name, at }) => ['judgement', `"${name}"${places(at)}`]),
    ...asks.records.map((record) => ['records', record]),
    ...asks.moments.map((moment) => ['moment', moment]),
    ...asks.definitions.map(({ name, at }) => ['definition', `${name}${places(at)}`]),
  ];
  const lines = rows.map(([label = '', what = '']) => `  ${label.padEnd('definition'.length)}  ${what}`);
  return [text, `  ${kinds[asks.kind]}`, ...lines].join('\n');
};

/** `trialwright explain <trial> <sentence>`: how a sentence is read in the words of a trial, or what is wrong with it. */
export const explainSentence = (name: string, sentence: string, session: Session): ExitCode => {
  const file = openStudy(name, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const formula = readFormula(sentence, study.lexicon);
  if (isUnreadable(formula)) return refuse(sentence, [wrongAt(formula)], session);
  const wrong = wrongIn(formula, study);
  if (wrong.length > 0) return refuse(sentence, wrong, session);
  const [text, asks] = [printFormula(formula), asksOf(formula, study)];
  const value = { sentence, valid: true, text, ...asks };
  return answer(session, value, () => saySentence(text, asks), exitCodes.fine);
};
