import { z } from 'zod';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { SourceText } from '#core/study/source-text.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';
import { checkDays } from './course-days.ts';

export const historySources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

const text = z.union([z.string().min(1).max(500), z.number()], 'a text or a number').transform(String);
const name = z.string('a text; a number stands in quotes, so that 007 stays 007').min(1).max(60);

const [firstYear, lastYear] = ['1900', '2199'];
const isDayOfOurTime = (written: string): boolean =>
  readDay(written) !== undefined && written.slice(0, 4) >= firstYear && written.slice(0, 4) <= lastYear;
const day = text.refine(isDayOfOurTime, `a day such as 2026-05-18, from ${firstYear} to ${lastYear}`);

const entry = z
  .strictObject({
    concept: text,
    on: text.optional(),
    from: text.optional(),
    to: text.optional(),
    dose: text
      .refine((written) => /^\S+ \S+$/.test(written), 'an amount, one blank and a unit, such as 30 mg')
      .optional(),
    'every days': z.int().min(1).max(365).optional(),
    'times a day': z.int().min(1).max(24).optional(),
    kind: z.enum(['maintenance', 'pulse', 'taper']).optional(),
    details: z.record(z.string(), z.boolean('true or false')).optional(),
  })
  .superRefine(checkDays)
  .refine((each) => each.dose !== undefined || (each['every days'] ?? each['times a day']) === undefined, {
    message: 'how often a dose is taken, without the dose',
  });

const history = z.strictObject({ 'complete through': text.optional(), records: z.array(entry).max(1000).optional() });

/** What is known of one person, for `screen`; `screening` is the day of the study's first visit. Answers may be a number with its unit, a word, or a map for a score. */
export const personSchema = z.strictObject({
  participant: name,
  born: text,
  sex: z.enum(['female', 'male']),
  consent: day,
  'consent by': z.enum(['participant', 'representative']).optional(),
  assent: day.optional(),
  screening: day,
  today: day.optional(),
  items: z
    .record(z.string(), z.union([text, z.record(z.string(), text)], 'an answer, or a map of answers by item'))
    .optional(),
  judged: z.record(z.string(), z.enum(['yes', 'no'])).optional(),
  history: z.partialRecord(z.enum(historySources), history).optional(),
});

export type Person = z.infer<typeof personSchema>;
export type PersonRecord = z.infer<typeof entry>;

/** The fields that may stand at a path of the file. */
const fieldsAt = (path: readonly PropertyKey[]): readonly string[] => {
  if (path.length === 0) return Object.keys(personSchema.shape);
  if (path.length === 1) return historySources;
  return Object.keys(path.length === 2 ? history.shape : entry.shape);
};

/** A finding on one name or value of the file. */
export const findingAt = (
  source: SourceText,
  path: readonly PropertyKey[],
  what: string,
  expected: readonly string[] = [],
  nearest?: string,
): StudyFinding => ({
  severity: 'error',
  ...source.placeOf(path, typeof path.at(-1) === 'number' ? 'value' : 'key'),
  path: writePath(path),
  what,
  expected,
  nearest,
});

const kinds: ReadonlyMap<string, string> = new Map([
  ['record', 'map'],
  ['object', 'map'],
  ['array', 'list'],
  ['int', 'whole number'],
]);

const expectedBy = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'too_small') return [`at least ${issue.minimum}`];
  if (issue.code === 'too_big') return [`at most ${issue.maximum}`];
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return [issue.message];
  return [`a ${kinds.get(issue.expected) ?? issue.expected}`];
};

const shown = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'nothing';
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
};

const findingsOf = (issue: z.core.$ZodIssue, source: SourceText): readonly StudyFinding[] => {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(path);
    return issue.keys.map((key) =>
      findingAt(source, [...path, key], `"${key}" is not a field here`, known, nearestName(key, known)),
    );
  }
  const expected = expectedBy(issue);
  if (issue.code === 'custom' && (typeof issue.input === 'object' || path.at(-1) === 'to'))
    return [findingAt(source, path, issue.message)];
  if (issue.input === undefined) return [findingAt(source, path, `"${String(path.at(-1))}" is missing`, expected)];
  const nearest = typeof issue.input === 'string' ? nearestName(issue.input, expected) : undefined;
  return [findingAt(source, path, `${shown(issue.input)} cannot stand here`, expected, nearest)];
};

/** The file's fields, or every fault of their shape with its place. */
export const readPerson = (source: SourceText): Person | readonly StudyFinding[] => {
  const read = personSchema.safeParse(source.value, { reportInput: true });
  return read.success ? read.data : read.error.issues.flatMap((issue) => findingsOf(issue, source));
};

export const isPerson = (read: Person | readonly StudyFinding[]): read is Person => 'participant' in read;
