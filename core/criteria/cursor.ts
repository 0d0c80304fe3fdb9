import { type Lexicon, type NameKind, namesOf } from './lexicon.ts';
import { nearestName } from './nearest-name.ts';
import type { MeasureAt, Span } from './syntax.ts';
import type { SentenceToken } from './token.ts';

/** What could not be read: where, what was expected, what stood there, and the nearest known name. */
export interface Unreadable {
  readonly problem: string;
  readonly span: Span;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

/** Stops the reading of one sentence; caught where the reading began, so that callers get data. */
export class ReadingStopped extends Error {
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.problem);
    this.unreadable = unreadable;
  }
}

/** A place in the tokens of one sentence. The only thing here that moves. */
export interface SentenceCursor {
  readonly tokens: readonly SentenceToken[];
  readonly lexicon: Lexicon;
  readonly length: number;
  at: number;
  depth: number;
  /** The measure on the left of the comparison that is being read: what `3 x ULN` means. */
  subject: MeasureAt | undefined;
}

export const peek = (cursor: SentenceCursor, ahead = 0): SentenceToken | undefined => cursor.tokens[cursor.at + ahead];

export const placeOf = (cursor: SentenceCursor): Span =>
  peek(cursor)?.span ?? { start: cursor.length, end: cursor.length };

const shown = (token: SentenceToken | undefined): string => {
  if (token === undefined) return 'the end of the sentence';
  if (token.kind === 'quoted') return `the quotation "${token.text}"`;
  return token.kind === 'percent' ? `"${token.text}%"` : `"${token.text}"`;
};

/** Stops with what was expected here. */
export const stop = (cursor: SentenceCursor, expected: readonly string[], nearest?: string): never => {
  throw new ReadingStopped({
    problem: `found ${shown(peek(cursor))}`,
    span: placeOf(cursor),
    expected,
    nearest,
  });
};

/** True, without moving, when the coming words are exactly these. */
export const seesWords = (cursor: SentenceCursor, ...words: readonly string[]): boolean =>
  words.every((word, ahead) => {
    const token = peek(cursor, ahead);
    return token?.kind === 'word' && token.text === word;
  });

/** Moves past these words when they come next. */
export const takeWords = (cursor: SentenceCursor, ...words: readonly string[]): boolean => {
  if (!seesWords(cursor, ...words)) return false;
  cursor.at += words.length;
  return true;
};

export const takeSymbol = (cursor: SentenceCursor, symbol: string): boolean => {
  const token = peek(cursor);
  if (token?.kind !== 'symbol' || token.text !== symbol) return false;
  cursor.at += 1;
  return true;
};

export const needWords = (cursor: SentenceCursor, ...words: readonly string[]): void => {
  if (!takeWords(cursor, ...words)) stop(cursor, [words.join(' ')]);
};

export const needSymbol = (cursor: SentenceCursor, symbol: string): void => {
  if (!takeSymbol(cursor, symbol)) stop(cursor, [symbol]);
};

/** The span from a first place to the last token taken. */
export const spanSince = (cursor: SentenceCursor, start: number): Span => ({
  start,
  end: cursor.tokens[cursor.at - 1]?.span.end ?? start,
});

const wordsAhead = (cursor: SentenceCursor, most: number): readonly string[] => {
  const words: string[] = [];
  for (let ahead = 0; ahead < most; ahead += 1) {
    const token = peek(cursor, ahead);
    // A number may end a name ("week 24"), never begin one.
    if (token === undefined || (token.kind !== 'word' && !(token.kind === 'number' && ahead > 0))) break;
    words.push(token.text);
  }
  return words;
};

const longestName = 5;

/** Takes the longest name of these kinds that stands here, or nothing. */
export const takeName = (cursor: SentenceCursor, kinds: readonly NameKind[]): string | undefined => {
  const known = new Set(namesOf(cursor.lexicon, kinds));
  const words = wordsAhead(cursor, longestName);
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (!known.has(name)) continue;
    cursor.at += count;
    return name;
  }
  return undefined;
};

/** Stops where a name was expected, with the nearest one of these kinds. */
export const stopAtName = (cursor: SentenceCursor, kinds: readonly NameKind[], expected: string): never => {
  const words = wordsAhead(cursor, longestName);
  const readings = words.map((_, index) => words.slice(0, index + 1).join(' '));
  return stop(cursor, [expected], nearestName(readings, namesOf(cursor.lexicon, kinds)));
};

/** Takes a name, or stops with the nearest known one. */
export const needName = (cursor: SentenceCursor, kinds: readonly NameKind[], expected: string): string =>
  takeName(cursor, kinds) ?? stopAtName(cursor, kinds, expected);

const deepest = 40;
const longest = 200;

const tooMuch = (cursor: SentenceCursor, problem: string): never => {
  throw new ReadingStopped({
    problem,
    span: placeOf(cursor),
    expected: ['a named definition for a part'],
    nearest: undefined,
  });
};

/** Reads something nested, and refuses nesting that no person writes (and that would exhaust the stack). */
export const nested = <T>(cursor: SentenceCursor, read: (cursor: SentenceCursor) => T): T => {
  cursor.depth += 1;
  if (cursor.depth > deepest) tooMuch(cursor, `nested more than ${deepest} deep`);
  const inner = read(cursor);
  cursor.depth -= 1;
  return inner;
};

/** Refuses a chain of more sums or products than any person writes: each link is one level of the tree. */
export const checkChain = (cursor: SentenceCursor, links: number): void => {
  if (links > longest) tooMuch(cursor, `a chain of more than ${longest} sums or products`);
};
