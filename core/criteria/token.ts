import type { Span } from './syntax.ts';

export type SentenceToken =
  | { readonly kind: 'number'; readonly text: string; readonly span: Span }
  | { readonly kind: 'percent'; readonly text: string; readonly span: Span }
  | { readonly kind: 'word'; readonly text: string; readonly span: Span }
  | { readonly kind: 'quoted'; readonly text: string; readonly span: Span }
  | { readonly kind: 'symbol'; readonly text: string; readonly span: Span };

export interface Unlexable {
  readonly problem: string;
  readonly span: Span;
}

/**
 * Names and units are one token each: a name may hold hyphens, a unit slashes, and so minus and division stand between
 * blanks. A power of ten opens a unit only after a number (`2.5 10^9/L`).
 */
const shapes: readonly (readonly [SentenceToken['kind'] | 'blank' | 'power', RegExp])[] = [
  ['blank', /[ \t\r\n]+/y],
  ['power', /10[*^]-?\d+[^\s(),;"<>=!≤≥≠]*/y],
  ['percent', /\d+(?:\.\d+)?[ \u00a0]?%/y],
  ['number', /\d+(?:\.\d+)?(?![\d.])/y],
  ['quoted', /"[^"\p{Cc}\p{Cs}]*"/uy],
  ['symbol', /<=|>=|!=|[<>=≤≥≠]|[(),;:]|[+*/-](?=\s)/y],
  ['word', /[A-Za-zµμ°[{/](?:[^\s(),;"<>=!≤≥≠\p{Cc}]|(?<=[/.])\([^()\s]*\))*/uy],
];

const plain: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=' };

const mostDigits = 30;

const tokenOf = (kind: SentenceToken['kind'], raw: string, span: Span): SentenceToken | Unlexable => {
  if (kind === 'quoted') return { kind, text: raw.slice(1, -1), span };
  if (kind !== 'percent' && kind !== 'number') return { kind, text: plain[raw] ?? raw, span };
  const text = raw.replace(/[ \u00a0]?%/, '');
  // The decimals of the core hold no more, and no measurement has as many.
  if (text.replace('.', '').length > mostDigits) return { problem: `a number of more than ${mostDigits} digits`, span };
  return { kind, text, span };
};

const describe = (sentence: string, at: number): string => {
  const code = sentence.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(code);
  if (character === '"') return 'a quotation that is not closed, or that holds a control character or half of one';
  if (/\p{Cc}/u.test(character)) return `a control character (code ${code})`;
  // What does not show by itself (a blank of another kind, half a surrogate pair) is named by its number.
  return /[\p{C}\p{Z}]/u.test(character) ? `a character that does not show (code ${code})` : `"${character}"`;
};

/** The first shape that fits here, with its text; nothing where no shape does. */
const matchAt = (sentence: string, at: number, afterNumber: boolean) => {
  for (const [shape, pattern] of shapes) {
    if (shape === 'power' && !afterNumber) continue;
    pattern.lastIndex = at;
    const raw = pattern.exec(sentence)?.[0];
    if (raw !== undefined) return { kind: shape === 'power' ? ('word' as const) : shape, raw };
  }
  return undefined;
};

/** Cuts a sentence into tokens, or says which character has no meaning here. */
export const tokenise = (sentence: string): readonly SentenceToken[] | Unlexable => {
  const tokens: SentenceToken[] = [];
  let at = 0;
  while (at < sentence.length) {
    const start = at;
    const match = matchAt(sentence, at, tokens.at(-1)?.kind === 'number');
    if (match === undefined)
      return { problem: `cannot read ${describe(sentence, at)}`, span: { start, end: start + 1 } };
    at += match.raw.length;
    if (match.kind === 'blank') continue;
    const token = tokenOf(match.kind, match.raw, { start, end: at });
    if ('problem' in token) return token;
    tokens.push(token);
  }
  return tokens;
};

export const isUnlexable = (read: readonly SentenceToken[] | Unlexable): read is Unlexable => 'problem' in read;
