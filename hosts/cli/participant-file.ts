import { z } from 'zod';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { HistoryEntry, ItemEntry } from '#core/conduct/trial-event.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { isSourceText, readSourceText, type SourceText } from '#core/study/source-text.ts';
import type { Study } from '#core/study/study.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';

const text = z.union([z.string().min(1).max(500), z.number()]).transform(String);
const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

const entry = z.strictObject({
  concept: text,
  on: text.optional(),
  from: text.optional(),
  to: text.optional(),
  dose: text.optional(),
  'every days': z.int().min(1).max(365).optional(),
  'times a day': z.int().min(1).max(24).optional(),
  kind: z.enum(['maintenance', 'pulse', 'taper']).optional(),
  details: z.record(z.string(), z.boolean()).optional(),
});

const history = z.strictObject({ 'complete through': text.optional(), records: z.array(entry).max(1000).optional() });

/** What is known of one person, for `screen`. Answers may be a number with its unit, a word, or a map for a score. */
const personSchema = z.strictObject({
  participant: text,
  born: text,
  sex: z.enum(['female', 'male']),
  consent: text,
  screening: text,
  today: text.optional(),
  items: z.record(z.string(), z.union([text, z.record(z.string(), text)])).optional(),
  judged: z.record(z.string(), z.enum(['yes', 'no'])).optional(),
  history: z.partialRecord(z.enum(sources), history).optional(),
});

type Person = z.infer<typeof personSchema>;

/** A command, and the place in the file that it comes from. */
export interface PlacedCommand {
  readonly command: ParticipantCommand;
  readonly path: readonly PropertyKey[];
}

export interface PersonFile {
  readonly participant: string;
  readonly today: string;
  readonly commands: readonly PlacedCommand[];
  readonly source: SourceText;
}

const findingAt = (
  source: SourceText,
  path: readonly PropertyKey[],
  what: string,
  expected: readonly string[],
  nearest?: string,
): StudyFinding => ({
  severity: 'error',
  ...source.placeOf(path, 'key'),
  path: writePath(path),
  what,
  expected,
  nearest,
});

/** "1.20 mg/dL" → value and unit; "negative" → a value alone. */
const itemEntry = (item: string, answer: string): ItemEntry => {
  const [value = '', ...unit] = answer.split(' ');
  return unit.length > 0 && answer !== 'not done' ? { item, value, unit: unit.join(' ') } : { item, value: answer };
};

const entriesOf = (
  name: string,
  answer: string | Readonly<Record<string, string>>,
  study: Study,
): readonly ItemEntry[] => {
  if (typeof answer === 'string') return [itemEntry(name, answer)];
  const items = study.lexicon.measures.get(name)?.instrument?.items ?? [];
  // A score is written by what is present; `others: absent` answers the rest.
  const { others, ...given } = answer;
  const named = Object.entries(given).map(([part, value]) => itemEntry(`${name}.${part}`, value));
  if (others === undefined) return named;
  const known = new Set(named.map((each) => each.item));
  return [...named, ...items.filter((item) => !known.has(item.id)).map((item) => ({ item: item.id, value: others }))];
};

const sectionCommands = (person: Person, study: Study): readonly PlacedCommand[] =>
  study.definition.activities
    .filter((activity) => activity.visits.includes('screening'))
    .flatMap((activity) =>
      Object.entries(person.items ?? {})
        .filter(([name]) => activity.measures.includes(name))
        .map(([name, answer]) => ({
          command: {
            type: 'record section',
            visit: 'screening',
            section: activity.id,
            items: entriesOf(name, answer, study),
          } as const,
          path: ['items', name],
        })),
    );

const historyEntry = (source: HistoryEntry['source'], each: z.infer<typeof entry>): HistoryEntry => {
  const [amount = '', unit = ''] = (each.dose ?? '').split(' ');
  const dose = { amount, unit, everyDays: each['every days'] ?? 1, timesADay: each['times a day'] ?? 1 };
  const end = each.on === undefined ? (each.to ?? 'ongoing') : each.to;
  return {
    source,
    concept: each.concept,
    start: each.on ?? each.from ?? '',
    ...(end === undefined ? {} : { end }),
    ...(each.dose === undefined ? {} : { dose }),
    ...(each.details === undefined ? {} : { attributes: each.details }),
    ...(each.kind === undefined ? {} : { kind: each.kind }),
  };
};

const historyCommands = (person: Person): readonly PlacedCommand[] =>
  sources.flatMap((source) => {
    const given = person.history?.[source];
    if (given === undefined) return [];
    const records = (given.records ?? []).map((each, index) => ({
      command: { type: 'record history', records: [historyEntry(source, each)] } as const,
      path: ['history', source, 'records', index],
    }));
    const through = given['complete through'];
    const completed =
      through === undefined
        ? []
        : [
            {
              command: { type: 'complete history', source, through } as const,
              path: ['history', source, 'complete through'],
            },
          ];
    return [...records, ...completed];
  });

const judgedCommands = (person: Person): readonly PlacedCommand[] =>
  Object.entries(person.judged ?? {}).map(([question, given]) => ({
    command: { type: 'record judgements', visit: 'screening', answers: [{ text: question, answer: given }] } as const,
    path: ['judged', question],
  }));

const commandsOf = (person: Person, study: Study): readonly PlacedCommand[] => [
  {
    command: { type: 'identify', participant: person.participant, site: study.definition.sites[0]?.id ?? '' },
    path: ['participant'],
  },
  { command: { type: 'describe', born: person.born, sex: person.sex }, path: ['born'] },
  { command: { type: 'give consent', on: person.consent, version: 'as signed' }, path: ['consent'] },
  { command: { type: 'hold visit', visit: 'screening', on: person.screening }, path: ['screening'] },
  ...sectionCommands(person, study),
  ...judgedCommands(person),
  ...historyCommands(person),
];

const unscheduled = (person: Person, study: Study, source: SourceText): readonly StudyFinding[] => {
  const known = study.scheduledAt('screening');
  return Object.keys(person.items ?? {})
    .filter((name) => !known.includes(name))
    .map((name) =>
      findingAt(source, ['items', name], `"${name}" is not asked at screening`, known, nearestName(name, known)),
    );
};

const shapeFindings = (error: z.ZodError, source: SourceText): readonly StudyFinding[] =>
  error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [findingAt(source, issue.path, issue.message, [])];
    return issue.keys.map((key) =>
      findingAt(
        source,
        [...issue.path, key],
        `"${key}" is not a field here`,
        Object.keys(personSchema.shape),
        nearestName(key, Object.keys(personSchema.shape)),
      ),
    );
  });

/** Reads a person's file into the commands that a site would give, each with its place; or what is wrong with it. */
export const readPersonFile = (content: string, study: Study): PersonFile | readonly StudyFinding[] => {
  const source = readSourceText(content);
  if (!isSourceText(source)) return source;
  const read = personSchema.safeParse(source.value);
  if (!read.success) return shapeFindings(read.error, source);
  const strange = unscheduled(read.data, study, source);
  if (strange.length > 0) return strange;
  return {
    participant: read.data.participant,
    today: read.data.today ?? read.data.screening,
    commands: commandsOf(read.data, study),
    source,
  };
};

export const isPersonFile = (read: PersonFile | readonly StudyFinding[]): read is PersonFile => 'commands' in read;
