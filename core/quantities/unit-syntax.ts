import { clinicalSpellings } from './clinical-spellings.ts';

/** One factor of a unit: a number, a symbol (prefix and atom together) or an annotation in braces. */
export interface UnitTerm {
  readonly kind: 'number' | 'symbol' | 'annotation';
  readonly text: string;
  /** The exponent as it stands behind the symbol, often empty. */
  readonly suffix: string;
  /** The exponent that counts, after the slashes to the left have turned it. */
  readonly exponent: number;
  /** Offset into the text that was read. */
  readonly at: number;
}

/** A unit in reading order: terms, and between them the operators and parentheses as text. */
export type UnitSyntax = readonly (UnitTerm | string)[];

export interface SyntaxProblem {
  readonly problem: 'malformed unit';
  readonly at: number;
}

export const isSyntaxProblem = (read: UnitSyntax | SyntaxProblem): read is SyntaxProblem => 'problem' in read;

interface Token {
  readonly kind: 'operator' | 'spelling' | 'annotation' | 'word';
  readonly text: string;
  readonly at: number;
}

/** The tokens of a unit and how far they have been read. */
interface Cursor {
  readonly tokens: readonly Token[];
  next: number;
}

const longestFirst = [...clinicalSpellings.keys()].sort((a, b) => b.length - a.length);
const escaped = longestFirst.map((spelling) => spelling.replace(/[.^]/g, '\\$&')).join('|');
const tokenPattern = new RegExp(
  [
    '(?<operator>[/.()])',
    `(?<spelling>(?:${escaped})(?=$|[/.(){}]))`,
    '(?<annotation>\\{[^{}\\s]*\\})',
    // Brackets belong to the symbol and may hold a point: B[10.nV].
    '(?<word>(?:\\[[^[\\]\\s]*\\]|[^[\\]/.(){}\\s])+)',
  ].join('|'),
  'y',
);

/**
 * Reads the grammar of UCUM (§ 2 of its specification): components joined by `.` and `/` from left to right,
 * parentheses, exponents, annotations; and the clinical spellings. What the symbols mean is not asked here.
 */
export const readUnitSyntax = (text: string): UnitSyntax | SyntaxProblem => {
  // Both micro signs that Unicode has stand for UCUM's u; one for one, so offsets stay true.
  const tokens = tokenise(text.replace(/[µμ]/g, 'u'));
  if ('problem' in tokens) return tokens;
  const cursor: Cursor = { tokens, next: 0 };
  const slash = take(cursor, '/');
  const product = readProduct(cursor, slash ? -1 : 1, 1);
  const left = tokens[cursor.next];
  if (product === undefined || left !== undefined) return { problem: 'malformed unit', at: left?.at ?? text.length };
  return slash ? ['/', ...product] : product;
};

const tokenise = (text: string): readonly Token[] | SyntaxProblem => {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(text);
    if (found === null) return { problem: 'malformed unit', at };
    tokens.push({ kind: kindOf(found.groups ?? {}), text: found[0], at });
    at += found[0].length;
  }
  return tokens;
};

const kindOf = (groups: Readonly<Record<string, string | undefined>>): Token['kind'] => {
  if (groups.operator !== undefined) return 'operator';
  if (groups.spelling !== undefined) return 'spelling';
  return groups.annotation === undefined ? 'word' : 'annotation';
};

/** Steps over an operator if it comes next. */
const take = (cursor: Cursor, operator: string): boolean => {
  const token = cursor.tokens[cursor.next];
  if (token?.kind !== 'operator' || token.text !== operator) return false;
  cursor.next += 1;
  return true;
};

/** Components joined by `.` and `/`. `first` is the direction of the first one, `outer` that of what encloses them. */
const readProduct = (cursor: Cursor, first: number, outer: number): UnitSyntax | undefined => {
  let product = readComponent(cursor, first);
  while (product !== undefined) {
    const operator = ['.', '/'].find((each) => take(cursor, each));
    if (operator === undefined) return product;
    const next = readComponent(cursor, operator === '/' ? -outer : outer);
    product = next && [...product, operator, ...next];
  }
  return undefined;
};

const readComponent = (cursor: Cursor, direction: number): UnitSyntax | undefined => {
  if (take(cursor, '(')) {
    const inner = readProduct(cursor, direction, direction);
    return inner !== undefined && take(cursor, ')') ? ['(', ...inner, ')'] : undefined;
  }
  const token = cursor.tokens[cursor.next];
  const component = token && readSimple(token, direction);
  if (token === undefined || component === undefined) return undefined;
  cursor.next += 1;
  const following = cursor.tokens[cursor.next];
  if (token.kind !== 'word' || following?.kind !== 'annotation') return component;
  cursor.next += 1;
  return [...component, annotationOf(following, directionOf(component))];
};

const readSimple = (token: Token, direction: number): UnitSyntax | undefined => {
  switch (token.kind) {
    case 'operator':
      return undefined;
    case 'annotation':
      return [annotationOf(token, direction)];
    case 'spelling':
      return readSpelling(token, direction);
    case 'word':
      return readWord(token, direction);
    default:
      return token.kind satisfies never;
  }
};

const annotationOf = (token: Token, exponent: number): UnitTerm => ({
  kind: 'annotation',
  text: token.text,
  suffix: '',
  exponent,
  at: token.at,
});

/** An annotation behind a symbol goes where the symbol goes: in `mL/min{1.73_m2}` it divides. */
const directionOf = (component: UnitSyntax): number =>
  component.some((part) => typeof part !== 'string' && part.exponent < 0) ? -1 : 1;

const readSpelling = (token: Token, direction: number): UnitSyntax => {
  const read = readUnitSyntax(clinicalSpellings.get(token.text) ?? '');
  if (isSyntaxProblem(read)) throw new Error(`clinical spellings: "${token.text}" does not stand for a UCUM unit`);
  return read.map((part) =>
    typeof part === 'string' ? part : { ...part, exponent: part.exponent * direction, at: token.at },
  );
};

/** No measurement has an exponent or a factor as long as one that would not end to be computed. */
const readWord = ({ text, at }: Token, direction: number): UnitSyntax | undefined => {
  if (/^\d{1,30}$/.test(text)) return [{ kind: 'number', text, suffix: '', exponent: direction, at }];
  const [, symbol, suffix = ''] = /^(10[*^]|.*[^\d+-])([+-]?\d{1,2})?$/.exec(text) ?? [];
  if (symbol === undefined) return undefined;
  return [{ kind: 'symbol', text: symbol, suffix, exponent: direction * Number(suffix || 1), at }];
};
