import {
  needSymbol,
  needWords,
  nested,
  placeOf,
  ReadingStopped,
  type SentenceCursor,
  seesWords,
  spanSince,
  stop,
  takeSymbol,
  takeWords,
  type Unreadable,
} from './cursor.ts';
import { withSlip } from './familiar-slips.ts';
import type { Lexicon } from './lexicon.ts';
import { readCondition } from './read-condition.ts';
import { readPoint } from './read-point.ts';
import { readQuoted } from './read-quoted.ts';
import { readValue } from './read-value.ts';
import type { Classification, Condition, FirstPoint, Formula, Value } from './syntax.ts';
import { isUnlexable, tokenise } from './token.ts';

const longestSentence = 10_000;

const readFirstPoint = (cursor: SentenceCursor): FirstPoint => {
  const { start } = placeOf(cursor);
  needWords(cursor, 'first', 'point', 'from');
  const from = readPoint(cursor);
  needWords(cursor, 'to');
  const to = readPoint(cursor);
  needWords(cursor, 'where');
  needSymbol(cursor, '(');
  const where = nested(cursor, readCondition);
  needSymbol(cursor, ')');
  return { kind: 'first-point', from, to, where, span: spanSince(cursor, start) };
};

const readWhole = <T extends Formula>(
  sentence: string,
  lexicon: Lexicon,
  read: (cursor: SentenceCursor) => T,
): T | Unreadable => {
  if (sentence.length > longestSentence)
    return {
      problem: `longer than ${longestSentence} characters`,
      span: { start: longestSentence, end: sentence.length },
      expected: ['named definitions for its parts'],
      nearest: undefined,
    };
  const tokens = tokenise(sentence);
  if (isUnlexable(tokens)) return withSlip(sentence, { ...tokens, expected: [], nearest: undefined });
  const cursor: SentenceCursor = { tokens, lexicon, length: sentence.length, at: 0, depth: 0, subject: undefined };
  try {
    const formula = read(cursor);
    if (cursor.at < tokens.length) stop(cursor, ['and', 'or', 'the end of the sentence']);
    return formula;
  } catch (error) {
    if (error instanceof ReadingStopped) return withSlip(sentence, error.unreadable);
    throw error;
  }
};

export const isUnreadable = (read: Formula | Unreadable): read is Unreadable => 'problem' in read;

/**
 * Reads a sentence that is true, false or unknown. What cannot be read comes back as data with its place, what was
 * expected and the nearest known name; nothing is half read and nothing is thrown.
 */
export const readRule = (sentence: string, lexicon: Lexicon): Condition | Unreadable =>
  readWhole(sentence, lexicon, readCondition);

const readClasses = (cursor: SentenceCursor): Classification['classes'] => {
  const classes: Classification['classes'][number][] = [];
  do {
    if (seesWords(cursor, 'otherwise')) break;
    const label = readQuoted(cursor, 'the class in quotes');
    needSymbol(cursor, ':');
    classes.push({ label, where: nested(cursor, readCondition) });
  } while (takeSymbol(cursor, ';'));
  return classes.length === 0 ? stop(cursor, ['the class in quotes']) : classes;
};

/** `classify ("increased": …; "25% to 50%": …; otherwise "…")` */
const readClassification = (cursor: SentenceCursor): Classification => {
  const { start } = placeOf(cursor);
  needWords(cursor, 'classify');
  needSymbol(cursor, '(');
  const classes = readClasses(cursor);
  const otherwise = takeWords(cursor, 'otherwise') ? readQuoted(cursor, 'the other class in quotes') : undefined;
  needSymbol(cursor, ')');
  return { kind: 'classify', classes, otherwise, span: spanSince(cursor, start) };
};

/** A sentence that is a value as a whole; a yes/no measure alone is a claim, and no value. */
const readWholeValue = (cursor: SentenceCursor): Value | undefined => {
  const mark = cursor.at;
  try {
    const value = readValue(cursor);
    const kind = value.kind === 'measure' ? cursor.lexicon.measures.get(value.measure)?.value.kind : undefined;
    if (cursor.at === cursor.tokens.length && kind !== 'level') return value;
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  // What goes on after a value is a comparison that began with it; what is wrong is said of the condition.
  cursor.at = mark;
  cursor.depth = 0;
  return undefined;
};

/**
 * Reads an endpoint's sentence: a condition, a value such as `change of … from …`, `first point from … to … where (…)`
 * or `classify (…)`.
 */
export const readFormula = (sentence: string, lexicon: Lexicon): Formula | Unreadable =>
  readWhole<Formula>(sentence, lexicon, (cursor) => {
    if (seesWords(cursor, 'first', 'point')) return readFirstPoint(cursor);
    if (seesWords(cursor, 'classify')) return readClassification(cursor);
    return readWholeValue(cursor) ?? readCondition(cursor);
  });
