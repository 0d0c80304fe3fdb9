import { z } from 'zod';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { WrittenPerson } from '#core/measures/written-sitting.ts';
import { isSourceText, readSourceText, type SourceText } from '#core/study/source-text.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { checkDays } from './course-days.ts';
import { findingAt } from './person-schema.ts';

const text = z.union([z.string().min(1).max(500), z.number()], 'a text or a number').transform(String);
const name = z.string('a text; a number stands in quotes, so that 007 stays 007').min(1).max(60);

const items = z.record(
  z.string(),
  z.union([text, z.record(z.string(), text)], 'an answer, or a map of answers by item'),
);

const course = z
  .strictObject({
    concept: text,
    on: text.optional(),
    from: text.optional(),
    to: text.optional(),
    dose: text.optional(),
    'every days': z.number().optional(),
    'times a day': z.number().optional(),
    kind: z.enum(['maintenance', 'pulse', 'taper']).optional(),
    details: z.record(z.string(), z.boolean()).optional(),
  })
  .superRefine(checkDays);

const person = z.strictObject({
  id: name.optional(),
  date: text.optional(),
  born: text.optional(),
  sex: text.optional(),
  today: text.optional(),
  items: items.optional(),
  earlier: z
    .array(z.strictObject({ date: text, items }))
    .max(200)
    .optional(),
  normal: z.record(z.string(), text).optional(),
  medication: z
    .strictObject({ 'complete through': text.optional(), records: z.array(course).max(1000).optional() })
    .optional(),
});

type PersonPath = readonly PropertyKey[];

/** One person of a file: what was written, and the place of each of its values. */
export interface PlacedPerson {
  readonly id: string;
  readonly person: WrittenPerson;
  readonly findings: readonly StudyFinding[];
  readonly findingOn: (
    path: PersonPath,
    what: string,
    expected: readonly string[],
    nearest: string | undefined,
  ) => StudyFinding;
}

const fields = Object.keys(person.shape);

const shown = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'nothing';
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
};

type FindingOn = PlacedPerson['findingOn'];

const findingsOf = (issue: z.core.$ZodIssue, findingOn: FindingOn): readonly StudyFinding[] => {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const known = path.length === 0 ? fields : [];
      return findingOn([...path, key], `"${key}" is not a field here`, known, nearestName(key, known));
    });
  const expected = issue.code === 'invalid_value' ? issue.values.map(String) : [issue.message];
  if (issue.code === 'custom') return [findingOn(path, issue.message, [], undefined)];
  if (issue.input === undefined && path.length > 0)
    return [findingOn(path, `"${String(path.at(-1))}" is missing`, expected, undefined)];
  return [findingOn(path, `${shown(issue.input)} cannot stand here`, expected, undefined)];
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the fields of a participant's file, as `screen` reads it, stand here. */
const fromParticipant = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { participant: id, screening: date, history, consent: _, judged: _judged, ...rest } = value;
  const medication = isMap(history) ? history.medication : undefined;
  return { id, date, ...rest, ...(medication === undefined ? {} : { medication }) };
};

const renamed: ReadonlyMap<PropertyKey | undefined, PersonPath> = new Map([
  ['id', ['participant']],
  ['date', ['screening']],
  ['medication', ['history', 'medication']],
]);

const isParticipantFile = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isMap(value) && 'participant' in value && !('id' in value);

const isAboutName = (what: string): boolean => /(is no item|not a field here|answered twice|no quantity)/.test(what);

const placedPerson = (
  value: unknown,
  at: PersonPath,
  index: number,
  source: SourceText,
  wrapped: boolean,
): PlacedPerson => {
  const isParticipant = isParticipantFile(value);
  const findingOn: FindingOn = (path, what, expected, nearest) => {
    const own = isParticipant ? [...(renamed.get(path[0]) ?? path.slice(0, 1)), ...path.slice(1)] : path;
    const whole = [...at, ...own];
    const { line, column } = source.placeOf(whole, isAboutName(what) ? 'key' : 'value');
    const found = findingAt(source, whole, what, expected, nearest);
    return {
      ...found,
      line: wrapped ? line - 1 : line,
      column,
      path: wrapped ? found.path.replace(/^people/, '') : found.path,
    };
  };
  const read = person.safeParse(isParticipant ? fromParticipant(value) : value, { reportInput: true });
  const id = isMap(value) ? (value.id ?? value.participant) : undefined;
  const named = typeof id === 'string' && id !== '' ? id : `person ${index + 1}`;
  return read.success
    ? { id: named, person: read.data, findings: [], findingOn }
    : {
        id: named,
        person: {},
        findings: read.error.issues.flatMap((issue) => findingsOf(issue, findingOn)),
        findingOn,
      };
};

/** A list at the root of a text begins with a dash, after comments and blank lines. */
const isList = (content: string): boolean => /^(?:\uFEFF)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*- /.test(content);

/** Reads a person, or a list of persons, or says why the text is neither. */
export const readPersons = (
  content: string,
): readonly PlacedPerson[] | { readonly findings: readonly StudyFinding[] } => {
  const wrapped = isList(content);
  const source = readSourceText(wrapped ? `people:\n${content.replace(/^\uFEFF/, '')}` : content);
  if (!isSourceText(source)) {
    const expected = ['a person as a map, or a list of them'];
    const findings = source.map((finding) => ({
      ...finding,
      line: wrapped ? Math.max(1, finding.line - 1) : finding.line,
      expected: finding.what === 'the file holds no fields' ? expected : finding.expected,
    }));
    return { findings };
  }
  const list =
    wrapped && isMap(source.value) && Array.isArray(source.value.people) ? source.value.people : [source.value];
  return list.map((value: unknown, index) =>
    placedPerson(value, wrapped ? ['people', index] : [], index, source, wrapped),
  );
};
