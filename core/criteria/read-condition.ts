import {
  needName,
  needSymbol,
  needWords,
  nested,
  peek,
  placeOf,
  type SentenceCursor,
  spanSince,
  stop,
  takeName,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import { readComparison } from './read-comparison.ts';
import { readAt } from './read-point.ts';
import { readQuoted } from './read-quoted.ts';
import { readRecords } from './read-records.ts';
import { readMeasure } from './read-value.ts';
import type { Condition, Point } from './syntax.ts';
import { everyFormula } from './walk.ts';

const readList = (cursor: SentenceCursor): readonly Condition[] => {
  needSymbol(cursor, '(');
  const terms = [nested(cursor, readCondition)];
  while (takeSymbol(cursor, ';')) terms.push(nested(cursor, readCondition));
  needSymbol(cursor, ')');
  return terms;
};

const readAtLeast = (cursor: SentenceCursor, start: number): Condition => {
  const token = peek(cursor);
  if (token?.kind !== 'number' || !/^\d{1,3}$/.test(token.text)) return stop(cursor, ['a whole number']);
  cursor.at += 1;
  needWords(cursor, 'of');
  return { kind: 'at-least', count: Number(token.text), terms: readList(cursor), span: spanSince(cursor, start) };
};

const readIf = (cursor: SentenceCursor, start: number): Condition => {
  const test = nested(cursor, readCondition);
  needWords(cursor, 'then');
  const consequence = nested(cursor, readCondition);
  needWords(cursor, 'else');
  const otherwise = nested(cursor, readCondition);
  return { kind: 'if', test, consequence, otherwise, span: spanSince(cursor, start) };
};

/** Visits from one point to another, both included, in the order of the schedule. */
const visitsBetween = ({ lexicon: { points, visits } }: SentenceCursor, from: string, to: string): readonly string[] =>
  points.slice(points.indexOf(from), points.indexOf(to) + 1).filter((point) => visits.has(point));

/** `any point from week 4 to week 24 where (…)`: no point is asked at points. */
const readAtPoints = (cursor: SentenceCursor, kind: 'any-point' | 'every-point', start: number): Condition => {
  needWords(cursor, 'from');
  const from = needName(cursor, ['point'], 'a visit or milestone');
  needWords(cursor, 'to');
  const to = needName(cursor, ['point'], 'a visit or milestone');
  const visits = visitsBetween(cursor, from, to);
  if (visits.length === 0) return stop(cursor, [`a visit between ${from} and ${to}`]);
  needWords(cursor, 'where');
  needSymbol(cursor, '(');
  const where = nested(cursor, readCondition);
  if (everyFormula(where).some((inner) => inner.kind === 'any-point' || inner.kind === 'every-point'))
    return stop(cursor, ['a named definition, or a condition without points of its own']);
  needSymbol(cursor, ')');
  const named = (name: string): Point => ({ kind: 'named', name });
  return { kind, from: named(from), to: named(to), visits, where, span: spanSince(cursor, start) };
};

/** What begins with a word of its own. */
const readOpened = (cursor: SentenceCursor, start: number): Condition | undefined => {
  if (takeWords(cursor, 'judged')) {
    const text = readQuoted(cursor, 'the judgement in quotes');
    return { kind: 'judgement', text, point: readAt(cursor), span: spanSince(cursor, start) };
  }
  if (takeWords(cursor, 'undefined'))
    return { kind: 'undefined', reason: readQuoted(cursor, 'the reason in quotes'), span: spanSince(cursor, start) };
  if (takeWords(cursor, 'any', 'available', 'of'))
    return { kind: 'any-available', terms: readList(cursor), span: spanSince(cursor, start) };
  if (takeWords(cursor, 'first', 'available', 'of'))
    return { kind: 'first-available', terms: readList(cursor), span: spanSince(cursor, start) };
  if (takeWords(cursor, 'any', 'point')) return readAtPoints(cursor, 'any-point', start);
  if (takeWords(cursor, 'every', 'point')) return readAtPoints(cursor, 'every-point', start);
  if (takeWords(cursor, 'known')) return { kind: 'known', value: readMeasure(cursor), span: spanSince(cursor, start) };
  if (takeWords(cursor, 'at', 'least')) return readAtLeast(cursor, start);
  if (takeWords(cursor, 'reached')) {
    const name = needName(cursor, ['point'], 'a visit or milestone');
    return { kind: 'reached', point: { kind: 'named', name }, span: spanSince(cursor, start) };
  }
  return readRecords(cursor);
};

/**
 * A parenthesis may hold a condition or a value (`(a - b) / c > 2`). It is a condition unless what follows it can only
 * follow a value.
 */
const readParenthesis = (cursor: SentenceCursor, start: number): Condition | undefined => {
  const mark = cursor.at;
  if (!takeSymbol(cursor, '(')) return undefined;
  if (holdsValue(cursor)) {
    cursor.at = mark;
    return undefined;
  }
  const inner = takeWords(cursor, 'if')
    ? nested(cursor, (deeper) => readIf(deeper, start))
    : nested(cursor, readCondition);
  needSymbol(cursor, ')');
  return inner;
};

const continuesValue = new Set(['+', '-', '*', '/', '<', '<=', '>', '>=', '=', '!=', 'between', 'within']);

const holdsValue = (cursor: SentenceCursor): boolean => {
  let open = 1;
  for (let at = cursor.at; at < cursor.tokens.length; at += 1) {
    const token = cursor.tokens[at];
    if (token?.kind !== 'symbol') continue;
    if (token.text === '(') open += 1;
    if (token.text === ')') open -= 1;
    if (open > 0) continue;
    const next = cursor.tokens[at + 1];
    return next !== undefined && next.kind !== 'quoted' && continuesValue.has(next.text);
  }
  return false;
};

const readReference = (cursor: SentenceCursor, start: number): Condition | undefined => {
  const definition = takeName(cursor, ['definition']);
  if (definition === undefined) return undefined;
  return { kind: 'reference', definition, point: readAt(cursor), span: spanSince(cursor, start) };
};

const readNegation = (cursor: SentenceCursor): Condition => {
  const { start } = placeOf(cursor);
  if (takeWords(cursor, 'not'))
    return { kind: 'not', term: nested(cursor, readNegation), span: spanSince(cursor, start) };
  return (
    readParenthesis(cursor, start) ??
    readOpened(cursor, start) ??
    readReference(cursor, start) ??
    readComparison(cursor)
  );
};

const readJoined = (
  cursor: SentenceCursor,
  join: 'and' | 'or',
  readTerm: (cursor: SentenceCursor) => Condition,
): Condition => {
  const { start } = placeOf(cursor);
  const first = readTerm(cursor);
  const terms = [first];
  while (takeWords(cursor, join)) terms.push(readTerm(cursor));
  return terms.length === 1 ? first : { kind: join, terms, span: spanSince(cursor, start) };
};

const readConjunction = (cursor: SentenceCursor): Condition => readJoined(cursor, 'and', readNegation);

/** `or` binds weaker than `and`, `not` strongest. */
export const readCondition = (cursor: SentenceCursor): Condition => readJoined(cursor, 'or', readConjunction);
