import type { z } from 'zod';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { findUnplain } from '#core/study/plain-text.ts';
import { isSourceText, readSourceText, type SourceText } from '#core/study/source-text.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';
import { type RegistryRecord, recordSchema } from './record-schema.ts';

type SchemaIssue = z.core.$ZodIssue;

/** A record with the means to say where each of its values stands in the text. */
export interface ReadRecord {
  readonly record: RegistryRecord;
  readonly source: SourceText;
}

const recordKeys: readonly string[] = Object.keys(recordSchema.shape);

const problem = (
  source: SourceText,
  path: readonly PropertyKey[],
  part: 'key' | 'value',
  what: string,
  expected: readonly string[],
): StudyFinding => {
  const key = String(path.at(-1) ?? '');
  const nearest = part === 'key' && path.length === 1 ? nearestName(key, recordKeys) : undefined;
  return { severity: 'error', ...source.placeOf(path, part), path: writePath(path), what, expected, nearest };
};

const expectedBy = (issue: SchemaIssue): readonly string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_type') return [`a value of type ${issue.expected}`];
  return [issue.message];
};

const problemsOf = (issue: SchemaIssue, source: SourceText): readonly StudyFinding[] => {
  if (issue.code !== 'unrecognized_keys')
    return [problem(source, issue.path, 'value', 'this cannot stand here, or is missing', expectedBy(issue))];
  return issue.keys.map((key) =>
    problem(source, [...issue.path, key], 'key', `"${key}" is not a field here`, [
      issue.path.length === 0 ? recordKeys.join(', ') : 'a field of the schema',
    ]),
  );
};

/**
 * Reads the text of record.yaml, or says all that is wrong with its shape, with line and column. Refuses what
 * `readSourceText` refuses, characters that do not show, unknown fields and values of another type.
 */
export const readRecord = (text: string): ReadRecord | readonly StudyFinding[] => {
  const source = readSourceText(text);
  if (!isSourceText(source)) return source;
  const unplain = findUnplain(source.value);
  if (unplain.length > 0)
    return unplain.map(({ path, part, what }) => problem(source, path, part, what, ['plain text on one line']));
  const read = recordSchema.safeParse(source.value, { reportInput: false });
  if (read.success) return { record: read.data, source };
  return read.error.issues.flatMap((issue) => problemsOf(issue, source));
};

export const isRecord = (read: ReadRecord | readonly StudyFinding[]): read is ReadRecord => 'record' in read;
