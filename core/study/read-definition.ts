import type { z } from 'zod';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { findUnplain, type Unplain } from './plain-text.ts';
import { type StudyDefinition, studySchema } from './schema.ts';
import { knownKeys, knownValues } from './schema-keys.ts';
import { isSourceText, readSourceText, type SourceText } from './source-text.ts';
import { type StudyFinding, writePath } from './study-finding.ts';
import { isSentence } from './written-sentences.ts';

type Issue = z.core.$ZodIssue;

/** What stands at a path of the text as it was read. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined,
    value,
  );

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const unknownKeys = (
  keys: readonly string[],
  path: readonly PropertyKey[],
  source: SourceText,
): readonly StudyFinding[] => {
  const known = knownKeys(path);
  return keys.map((key) => ({
    severity: 'error',
    ...source.placeOf([...path, key], 'key'),
    path: writePath([...path, key]),
    what: `"${key}" is not a field here`,
    expected: known,
    nearest: nearestName(key, known),
  }));
};

const expectedBy = (issue: Issue, path: readonly PropertyKey[]): readonly string[] => {
  switch (issue.code) {
    case 'invalid_type':
      return [`a value of type ${issue.expected === 'record' ? 'map' : issue.expected}`];
    case 'invalid_value':
      return issue.values.map(String);
    case 'too_small':
      return [`at least ${issue.minimum}`];
    case 'too_big':
      return [`at most ${issue.maximum}`];
    case 'invalid_union':
      return knownValues(path).length > 0 ? knownValues(path) : ['another type of value'];
    default:
      return [issue.message];
  }
};

const discriminated = (issue: Issue): readonly PropertyKey[] =>
  issue.code === 'invalid_union' && issue.discriminator !== undefined && issue.path.at(-1) !== issue.discriminator
    ? [...issue.path, issue.discriminator]
    : issue.path;

const findingsOf = (issue: Issue, source: SourceText): readonly StudyFinding[] => {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.path, source);
  const path = discriminated(issue);
  const found = valueAt(source.value, path);
  const expected = expectedBy(issue, path);
  const missing = found === undefined;
  return [
    {
      severity: 'error',
      ...source.placeOf(path),
      path: writePath(path),
      what: missing ? `"${String(path.at(-1) ?? '')}" is missing` : `${shown(found)} cannot stand here`,
      expected,
      nearest: typeof found === 'string' ? nearestName(found, expected) : undefined,
    },
  ];
};

const unplainFinding = ({ path, part, offset, what }: Unplain, source: SourceText): StudyFinding => ({
  severity: 'error',
  ...(part === 'key' ? source.placeOf(path, 'key') : source.placeIn(path, offset)),
  path: writePath(path),
  what,
  expected: [isSentence(path) ? 'plain text' : 'plain text on one line'],
  nearest: undefined,
});

export interface ReadDefinition {
  readonly definition: StudyDefinition;
  readonly source: SourceText;
}

/** Reads the text of study.yaml into a definition, or says all that is wrong with its shape. Nothing is half read. */
export const readDefinition = (text: string): ReadDefinition | readonly StudyFinding[] => {
  const source = readSourceText(text);
  if (!isSourceText(source)) return source;
  const unplain = findUnplain(source.value);
  if (unplain.length > 0) return unplain.map((each) => unplainFinding(each, source));
  const read = studySchema.safeParse(source.value, { reportInput: false });
  if (read.success) return { definition: read.data, source };
  return read.error.issues.flatMap((issue) => findingsOf(issue, source));
};

export const isDefinition = (read: ReadDefinition | readonly StudyFinding[]): read is ReadDefinition =>
  'definition' in read;
