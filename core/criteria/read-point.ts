import { needName, type SentenceCursor, takeWords } from './cursor.ts';
import type { Point } from './syntax.ts';

/** A visit or milestone. */
export const readPoint = (cursor: SentenceCursor): Point => ({
  kind: 'named',
  name: needName(cursor, ['point'], 'a visit or milestone'),
});

/** `at week 24`, or the point at which the sentence is asked. */
export const readAt = (cursor: SentenceCursor): Point =>
  takeWords(cursor, 'at') ? readPoint(cursor) : { kind: 'here' };

/** In a window, `this visit` is the point at which the sentence is asked. */
export const readPointOrHere = (cursor: SentenceCursor): Point =>
  takeWords(cursor, 'this', 'visit') ? { kind: 'here' } : readPoint(cursor);
