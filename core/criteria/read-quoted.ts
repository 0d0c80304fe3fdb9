import { peek, type SentenceCursor, stop } from './cursor.ts';

/** What stands in quotes, without them. */
export const readQuoted = (cursor: SentenceCursor, expected: string): string => {
  const token = peek(cursor);
  if (token?.kind !== 'quoted' || token.text.trim() === '') return stop(cursor, [expected]);
  cursor.at += 1;
  return token.text;
};
