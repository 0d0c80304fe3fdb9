import type { Span } from './syntax.ts';

export type Token =
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
const shapes: readonly (readonly [Token['kind'] | 'blank' | 'power', RegExp])[] = [
  ['blank', /[ \t\r\n]+/y],
  ['power', /10[*^]-?\d+[^\s(),;"<>=!]*/y],
  ['percent', /\d+(?:\.\d+)?%/y],
  ['number', /\d+(?:\.\d+)?(?![\d.])/y],
  ['quoted', /"[^"\n]*"/y],
  ['symbol', /<=|>=|!=|[<>=≤≥≠]|[(),;]|[+*/-](?=\s)/y],
  ['word', /[A-Za-zµμ°[{/](?:[^\s(),;"<>=!]|(?<=[/.])\([^()\s]*\))*/y],
];

const plain: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=' };

const tokenOf = (kind: Token['kind'], raw: string, span: Span): Token => {
  if (kind === 'percent') return { kind, text: raw.slice(0, -1), span };
  if (kind === 'quoted') return { kind, text: raw.slice(1, -1), span };
  return { kind, text: plain[raw] ?? raw, span };
};

const describe = (sentence: string, at: number): string => {
  const character = sentence[at] ?? '';
  if (character === '"') return 'a quotation that is not closed';
  const code = character.codePointAt(0) ?? 0;
  return code < 32 || code === 127 ? `a control character (code ${code})` : `"${character}"`;
};

/** Cuts a sentence into tokens, or says which character has no meaning here. */
export const tokenise = (sentence: string): readonly Token[] | Unlexable => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sentence.length) {
    const start = at;
    for (const [kind, shape] of shapes) {
      if (kind === 'power' && tokens.at(-1)?.kind !== 'number') continue;
      shape.lastIndex = at;
      const raw = shape.exec(sentence)?.[0];
      if (raw === undefined) continue;
      at += raw.length;
      if (kind !== 'blank') tokens.push(tokenOf(kind === 'power' ? 'word' : kind, raw, { start, end: at }));
      break;
    }
    if (at === start)
      return { problem: `cannot read ${describe(sentence, at)}`, span: { start, end: start + 1 } };
  }
  return tokens;
};

export const isUnlexable = (read: readonly Token[] | Unlexable): read is Unlexable => 'problem' in read;
