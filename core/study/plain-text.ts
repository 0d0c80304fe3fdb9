import { isSentence } from './written-sentences.ts';

/** A character that no text of a study may hold, at the first place where it stands. */
export interface Unplain {
  readonly path: readonly PropertyKey[];
  /** In the value at the path, or in the key that ends it. */
  readonly part: 'key' | 'value';
  readonly offset: number;
  readonly what: string;
}

const nameOf = (code: number): string => {
  if (code >= 0xd800 && code <= 0xdfff) return `half of a surrogate pair (code ${code})`;
  return code < 0xa0 ? `a control character (code ${code})` : `a mark that turns the direction of text (code ${code})`;
};

const unplain = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

const findIn = (text: string, allowed: string): Pick<Unplain, 'offset' | 'what'> | undefined => {
  for (const { 0: character, index } of text.matchAll(unplain))
    if (!allowed.includes(character)) return { offset: index, what: nameOf(character.codePointAt(0) ?? 0) };
  return undefined;
};

/**
 * Every text and key in a value that was read from YAML, whose escapes can write anything: control characters, halves
 * of surrogate pairs and marks of direction are refused, so that a text reads as it is written wherever it is shown.
 * A sentence of the language may go over several lines, with tabs.
 */
export const findUnplain = (value: unknown, path: readonly PropertyKey[] = []): readonly Unplain[] => {
  if (typeof value === 'string') {
    const found = findIn(value, isSentence(path) ? '\n\t' : '');
    return found === undefined ? [] : [{ path, part: 'value', ...found }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Unplain[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const found = findIn(key, '');
    return [
      ...(found === undefined ? [] : [{ path: here, part: 'key' as const, ...found }]),
      ...findUnplain(inner, here),
    ];
  });
};

/** Text as a message may repeat it: what would not show, or would change how the rest is read, by its code. */
export const showPlainly = (text: string): string =>
  text.replaceAll(unplain, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
