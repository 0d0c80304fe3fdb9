/** Mutations of texts that a person might have written, for the fuzz tests and the long runs. */
import type { Stream } from '#core/randomisation/stream.ts';

/** What slips in unseen or unmeant: controls, other blanks, marks of direction, half a pair, signs of two units. */
const strange: readonly string[] = [
  ...['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\t', '\r', '\n'],
  ...['\u00a0', '\u200b', '\u202e', '\ufeff', '\ud83d', '\udc00', '😀'],
  ...[
    '"',
    '"',
    '(',
    ')',
    ';',
    ',',
    '%',
    '<',
    '>=',
    '≤',
    '=',
    '!=',
    '-',
    '/',
    '*',
    '.',
    '^',
    '{',
    '[',
    '`',
    '\\',
    '#',
    ':',
    '|',
    '&',
    '-',
  ],
  ...['é', 'µ', 'Ω', '１', '०', 'ﬀ', 'İ'],
];

const anyCharacter = (stream: Stream): string =>
  stream.chance(0.5) ? stream.pick(strange) : String.fromCodePoint(stream.integer(0x2ff) + 1);

type Mutation = (parts: readonly string[], stream: Stream, word: (stream: Stream) => string) => readonly string[];

const place = (parts: readonly string[], stream: Stream): number => stream.integer(Math.max(1, parts.length));

const spliced = (parts: readonly string[], at: number, gone: number, ...come: readonly string[]): readonly string[] => [
  ...parts.slice(0, at),
  ...come,
  ...parts.slice(at + gone),
];

const swapped: Mutation = (parts, stream) => {
  const [a, b] = [place(parts, stream), place(parts, stream)];
  return parts.map((part, index) => (index === a ? (parts[b] ?? part) : index === b ? (parts[a] ?? part) : part));
};

const repeated: Mutation = (parts, stream) => {
  const from = place(parts, stream);
  const run = parts.slice(from, from + 1 + stream.integer(6));
  const times = stream.chance(0.05) ? 60 : 1;
  return spliced(parts, from, 0, ...Array.from({ length: times }, () => run).flat());
};

/** One change of a row of characters, tokens or lines. */
const mutations: readonly Mutation[] = [
  (parts, stream) => spliced(parts, place(parts, stream), 1),
  (parts, stream) => spliced(parts, place(parts, stream), 1 + stream.integer(5)),
  (parts, stream, word) => spliced(parts, place(parts, stream), 0, word(stream)),
  (parts, stream, word) => spliced(parts, place(parts, stream), 1, word(stream)),
  swapped,
  repeated,
  (parts, stream) => parts.slice(0, place(parts, stream)),
];

const mutateParts = (parts: readonly string[], stream: Stream, word: (stream: Stream) => string): readonly string[] => {
  let mutated = parts;
  const times = 1 + stream.integer(3);
  for (let round = 0; round < times; round += 1) mutated = stream.pick(mutations)(mutated, stream, word);
  return mutated;
};

/** Words, numbers, signs and blanks, each a part of its own. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/\s+|[A-Za-z][\w./-]*|\d+(?:\.\d+)?%?|[^\s\w]/gu) ?? [];

const kindOf = (token: string): string =>
  /^[A-Za-z]/.test(token) ? (token.includes('/') ? 'unit' : 'word') : /^\d/.test(token) ? 'number' : 'sign';

/** One token in place of another of its kind: a number for a number, a name for a name. Often still a sentence. */
const exchanged = (tokens: readonly string[], others: readonly string[], stream: Stream): readonly string[] => {
  const at = place(tokens, stream);
  const kind = kindOf(tokens[at] ?? '');
  const alike = tokensOf(stream.pick(others)).filter((token) => kindOf(token) === kind);
  return alike.length === 0 ? tokens : spliced(tokens, at, 1, stream.pick(alike));
};

/** A sentence with one to three changes of its characters or its tokens; new tokens come from the other sentences. */
export const mutateSentence = (sentence: string, others: readonly string[], stream: Stream): string => {
  if (stream.chance(0.3)) return mutateParts([...sentence], stream, anyCharacter).join('');
  if (stream.chance(0.5)) return exchanged(exchanged(tokensOf(sentence), others, stream), others, stream).join('');
  const word = (from: Stream): string =>
    from.chance(0.2) ? anyCharacter(from) : ` ${from.pick(tokensOf(from.pick(others)))} `;
  return mutateParts(tokensOf(sentence), stream, word).join('');
};

const indented = (line: string, stream: Stream): string =>
  stream.chance(0.5) ? `${' '.repeat(1 + stream.integer(4))}${line}` : line.replace(/^ {1,2}/, '');

/** Values of other kinds than a field may expect. */
const values: readonly string[] = [
  ...['', '~', 'null', 'true', '0', '-1', '1e999', '0x10', '.nan', '1_000', '2026-13-45', '"', "'", '[', ']', '{', '}'],
  ...[
    '[]',
    '{}',
    '[[[]]]',
    '{ a: 1 }',
    '|',
    '>',
    '&x',
    '*x',
    '!!binary x',
    '? y',
    '- -',
    '---',
    '...',
    '<<: *x',
    '@',
    '`',
    '%',
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'week 25',
    'UPRC',
    'mg/dLL',
    'x'.repeat(300),
    '99999999999999999999',
  ],
];

const withValue = (line: string, stream: Stream): string => {
  const value = stream.pick(values);
  return line.includes(':') ? line.replace(/:.*$/, () => `: ${value}`) : `- ${value}`;
};

const withKey = (line: string, stream: Stream): string =>
  line.replace(/[A-Za-z][\w -]*(?=:)/, (key) => (stream.chance(0.5) ? `${key}x` : stream.pick(values)));

const lineMutations: readonly ((line: string, stream: Stream) => string)[] = [indented, withValue, withKey];

const mutateLine = (lines: readonly string[], stream: Stream): readonly string[] => {
  const at = place(lines, stream);
  return spliced(lines, at, 1, stream.pick(lineMutations)(lines[at] ?? '', stream));
};

/** A file with one to three changes: of characters, of lines and blocks of them, of keys, values and indentation. */
export const mutateFile = (text: string, stream: Stream): string => {
  const way = stream.integer(4);
  if (way === 0) return mutateParts([...text], stream, anyCharacter).join('');
  const lines = text.split('\n');
  if (way === 1) return mutateParts(lines, stream, (from) => from.pick(lines)).join('\n');
  let mutated: readonly string[] = lines;
  const times = 1 + stream.integer(3);
  for (let round = 0; round < times; round += 1) mutated = mutateLine(mutated, stream);
  return mutated.join('\n');
};
