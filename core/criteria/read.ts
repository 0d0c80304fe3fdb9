import {
  needSymbol,
  needWords,
  nested,
  placeOf,
  ReadingStopped,
  type SentenceCursor,
  spanSince,
  stop,
  takeWords,
  type Unreadable,
} from './cursor.ts';
import type { Lexicon } from './lexicon.ts';
import { readCondition } from './read-condition.ts';
import { readPoint, readValue } from './read-value.ts';
import type { Condition, FirstPoint, Formula } from './syntax.ts';
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
  if (isUnlexable(tokens)) return { ...tokens, expected: [], nearest: undefined };
  const cursor: SentenceCursor = { tokens, lexicon, length: sentence.length, at: 0, depth: 0 };
  try {
    const formula = read(cursor);
    if (cursor.at < tokens.length) stop(cursor, ['and', 'or', 'the end of the sentence']);
    return formula;
  } catch (error) {
    if (error instanceof ReadingStopped) return error.unreadable;
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

/** Reads an endpoint's sentence: a condition, `change of … from …`, or `first point from … to … where (…)`. */
export const readFormula = (sentence: string, lexicon: Lexicon): Formula | Unreadable =>
  readWhole<Formula>(sentence, lexicon, (cursor) => {
    const mark = cursor.at;
    if (takeWords(cursor, 'first', 'point')) {
      cursor.at = mark;
      return readFirstPoint(cursor);
    }
    if (takeWords(cursor, 'change', 'of')) {
      cursor.at = mark;
      const value = readValue(cursor);
      // What goes on after the value is a comparison that began with it.
      if (cursor.at === cursor.tokens.length) return value;
      cursor.at = mark;
    }
    return readCondition(cursor);
  });
