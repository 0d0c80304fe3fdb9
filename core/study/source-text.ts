import {
  type Alias,
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  YAMLMap,
} from 'yaml';
import type { StudyFinding, TextPlace } from './study-finding.ts';

/** A YAML text with the means to say where each of its values stands. */
export interface SourceText {
  readonly value: unknown;
  /** Place of a value by its path, or of the nearest thing around it; `key` points at the name instead. */
  readonly placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => TextPlace;
  /** Place of a character inside a text value (for sentences of the criterion language). */
  readonly placeIn: (path: readonly PropertyKey[], offset: number) => TextPlace;
}

const longestText = 1_000_000;
const deepestFlow = 60;

const problem = (place: TextPlace, what: string, expected: readonly string[] = []): StudyFinding => ({
  severity: 'error',
  ...place,
  path: '',
  what,
  expected,
  nearest: undefined,
});

const placeAt = (text: string, offset: number): TextPlace => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const textControls: ReadonlySet<number> = new Set([9, 10, 13]);

/** Tabs, line feeds and carriage returns are text; other control characters are not. */
const controlCharacter = (text: string): number => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 32 && !textControls.has(code)) || (code >= 127 && code <= 159)) return at;
  }
  return -1;
};

/** Where flow brackets nest deeper than any person writes; such a text would exhaust the stack of a parser. */
const deepNesting = (text: string): number => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > deepestFlow) return at;
  }
  return -1;
};

const deepIndent = (text: string): number => text.search(/^(?: {200}|(?:[ \t]*- ){60})/m);

const refuse = (text: string): StudyFinding | undefined => {
  if (text.length > longestText)
    return problem({ line: 1, column: 1 }, `the file has ${text.length} characters; nothing of it was read`, [
      `at most ${longestText} characters`,
    ]);
  const control = controlCharacter(text);
  if (control >= 0)
    return problem(placeAt(text, control), `a control character (code ${text.charCodeAt(control)})`, [
      'plain text in UTF-8',
    ]);
  const deep = Math.max(deepNesting(text), deepIndent(text));
  return deep < 0
    ? undefined
    : problem(placeAt(text, deep), 'nested too deeply; nothing was read', ['the shape of the published schema']);
};

const findingOf = (text: string, error: YAMLError): StudyFinding =>
  problem(placeAt(text, error.pos[0]), error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML', [
    'well-formed YAML',
  ]);

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** The next place where the source has this character of the value; a folded line break stands for a blank. */
const nextPlace = (source: string, from: number, wanted: string | undefined): number => {
  const found = isBlank(wanted) ? source.slice(from).search(/\s/) : source.slice(from).indexOf(wanted ?? '');
  return found < 0 ? source.length : from + found;
};

/** Characters of a value matched with those of the source, which may add indentation, folding and quotes. */
const offsetInSource = (source: string, start: number, value: string, offset: number): number => {
  let at = start;
  for (let index = 0; index < Math.min(offset + 1, value.length); index += 1) {
    const place = nextPlace(source, at, value[index]);
    if (place >= source.length) return at;
    if (index === offset) return place;
    at = place + 1;
    const endsBlank = isBlank(value[index]) && index + 1 < value.length && !isBlank(value[index + 1]);
    while (endsBlank && isBlank(source[at])) at += 1;
  }
  return at;
};

const startOfScalar = (source: string, node: Scalar): number => {
  const start = node.range?.[0] ?? 0;
  // A block scalar begins with its header (`|` or `>`) on a line of its own.
  return node.type?.startsWith('BLOCK') ? source.indexOf('\n', start) + 1 : start;
};

const locate = (
  root: unknown,
  path: readonly PropertyKey[],
): { readonly node: unknown; readonly pair: Pair | undefined; readonly whole: boolean } => {
  let node = root;
  let pair: Pair | undefined;
  for (const key of path) {
    if (isMap(node)) {
      const found: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (found === undefined) return { node, pair, whole: false };
      pair = found;
      node = found.value;
    } else if (
      typeof node === 'object' &&
      node !== null &&
      'items' in node &&
      Array.isArray(node.items) &&
      typeof key === 'number'
    ) {
      if (node.items[key] === undefined) return { node, pair, whole: false };
      // An item of a list has no name: it is its own place.
      pair = undefined;
      node = node.items[key];
    } else return { node, pair, whole: false };
  }
  return { node, pair, whole: true };
};

const rangeStart = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;

const keyStart = (pair: Pair | undefined): number | undefined => rangeStart(pair?.key);

const placesIn = (text: string, root: Node | null): Pick<SourceText, 'placeOf' | 'placeIn'> => ({
  placeOf: (path, part = 'value') => {
    const { node, pair, whole } = locate(root, path);
    const key = keyStart(pair);
    const start =
      part === 'key' || !whole || rangeStart(node) === undefined ? (key ?? rangeStart(node)) : rangeStart(node);
    return placeAt(text, start ?? 0);
  },
  placeIn: (path, offset) => {
    const { node } = locate(root, path);
    if (!isScalar(node) || typeof node.value !== 'string') return placeAt(text, rangeStart(node) ?? 0);
    return placeAt(text, offsetInSource(text, startOfScalar(text, node), node.value, offset));
  },
});

const unresolvedAlias = (document: Document): Alias | undefined => {
  let lost: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  return lost;
};

const readYaml = (text: string): SourceText | readonly StudyFinding[] => {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: true,
  });
  if (document.errors.length > 0) return document.errors.map((error) => findingOf(text, error));
  if (!(document.contents instanceof YAMLMap))
    return [problem({ line: 1, column: 1 }, 'the file holds no fields', ['trialwright: 1 and the fields of a study'])];
  const lost = unresolvedAlias(document);
  if (lost !== undefined)
    return [
      problem(placeAt(text, lost.range?.[0] ?? 0), `nothing is anchored as &${lost.source}`, ['the value itself']),
    ];
  return { value: document.toJS({ maxAliasCount: 50 }), ...placesIn(text, document.contents) };
};

/**
 * Reads a YAML text, or says what is wrong with it and where. Refused before parsing: texts of over a million
 * characters, control characters and nesting that no person writes.
 */
export const readSourceText = (text: string): SourceText | readonly StudyFinding[] => {
  const refused = refuse(text);
  if (refused !== undefined) return [refused];
  try {
    return readYaml(text);
  } catch (error) {
    // The parser itself gives up on alias bombs and on nesting that the scan above did not see.
    const why = error instanceof RangeError ? 'nested too deeply' : error instanceof Error ? error.message : 'not YAML';
    return [problem({ line: 1, column: 1 }, `${why}; nothing was read`, ['well-formed YAML'])];
  }
};

export const isSourceText = (read: SourceText | readonly StudyFinding[]): read is SourceText => 'value' in read;
