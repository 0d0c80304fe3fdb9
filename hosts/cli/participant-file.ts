import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Item } from '#core/measures/instrument.ts';
import { screeningVisit } from '#core/study/screening-visit.ts';
import { isSourceText, readSourceText, type SourceText } from '#core/study/source-text.ts';
import type { Study } from '#core/study/study.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { findingAt, historySources, isPerson, type Person, type PersonRecord, readPerson } from './person-schema.ts';

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

/** "1.20 mg/dL" → value and unit where the item is a quantity; "negative" → a value alone. */
const itemEntry = (id: string, answer: string, item: Item | undefined): ItemEntry => {
  const [value = '', ...unit] = answer.split(' ');
  const hasUnit = item?.answer.type === 'quantity' && unit.length > 0 && answer !== 'not done';
  return hasUnit ? { item: id, value, unit: unit.join(' ') } : { item: id, value: answer };
};

const entriesOf = (
  name: string,
  answer: string | Readonly<Record<string, string>>,
  study: Study,
): readonly ItemEntry[] => {
  const items = study.lexicon.measures.get(name)?.instrument?.items ?? [];
  const entry = (id: string, value: string): ItemEntry =>
    itemEntry(
      id,
      value,
      items.find((item) => item.id === id),
    );
  if (typeof answer === 'string') return [entry(name, answer)];
  // A score is written by what is present; `others: absent` answers the rest.
  const { others, ...given } = answer;
  const named = Object.entries(given).map(([part, value]) => entry(`${name}.${part}`, value));
  if (others === undefined) return named;
  const known = new Set(named.map((each) => each.item));
  return [...named, ...items.filter((item) => !known.has(item.id)).map((item) => ({ item: item.id, value: others }))];
};

const sectionCommands = (person: Person, study: Study, visit: string): readonly PlacedCommand[] =>
  study.definition.activities
    .filter((activity) => activity.visits.includes(visit))
    .flatMap(({ id: section, measures }) =>
      Object.entries(person.items ?? {})
        .filter(([name]) => measures.includes(name))
        .map(([name, answer]): PlacedCommand => {
          const items = entriesOf(name, answer, study);
          return { command: { type: 'record section', visit, section, items }, path: ['items', name] };
        }),
    );

const historyEntry = (source: HistoryEntry['source'], each: PersonRecord): HistoryEntry => {
  const [amount = '', unit = ''] = (each.dose ?? '').split(' ');
  const dose = { amount, unit, everyDays: each['every days'] ?? 1, timesADay: each['times a day'] ?? 1 };
  return {
    source,
    concept: each.concept,
    start: each.on ?? each.from ?? '',
    ...(each.on === undefined ? { end: each.to ?? 'ongoing' } : {}),
    ...(each.dose === undefined ? {} : { dose }),
    ...(each.details === undefined ? {} : { attributes: each.details }),
    ...(each.kind === undefined ? {} : { kind: each.kind }),
  };
};

const historyCommands = (person: Person): readonly PlacedCommand[] =>
  historySources.flatMap((source) => {
    const given = person.history?.[source];
    if (given === undefined) return [];
    const records = (given.records ?? []).map(
      (each, index): PlacedCommand => ({
        command: { type: 'record history', records: [historyEntry(source, each)] },
        path: ['history', source, 'records', index],
      }),
    );
    const through = given['complete through'];
    if (through === undefined) return records;
    const path = ['history', source, 'complete through'];
    return [...records, { command: { type: 'complete history', source, through }, path }];
  });

const judgedCommands = (person: Person, visit: string): readonly PlacedCommand[] =>
  Object.entries(person.judged ?? {}).map(([text, answer]) => ({
    command: { type: 'record judgements', visit, answers: [{ text, answer }] },
    path: ['judged', text],
  }));

const consentCommands = (person: Person): readonly PlacedCommand[] => {
  const { consent: on, 'consent by': by = 'participant', assent } = person;
  const given: PlacedCommand = { command: { type: 'give consent', on, version: '1.0', by }, path: ['consent'] };
  if (assent === undefined) return [given];
  return [given, { command: { type: 'give assent', on: assent, version: '1.0' }, path: ['assent'] }];
};

const commandsOf = (person: Person, study: Study, visit: string): readonly PlacedCommand[] => [
  {
    command: { type: 'identify', participant: person.participant, site: study.definition.sites[0]?.id ?? '' },
    path: ['participant'],
  },
  ...consentCommands(person),
  { command: { type: 'describe', born: person.born, sex: person.sex }, path: ['born'] },
  { command: { type: 'hold visit', visit, on: person.screening }, path: ['screening'] },
  ...sectionCommands(person, study, visit),
  ...judgedCommands(person, visit),
  ...historyCommands(person),
];

const unscheduled = (person: Person, study: Study, source: SourceText): readonly StudyFinding[] => {
  const visit = screeningVisit(study);
  const known = study.scheduledAt(visit);
  return Object.keys(person.items ?? {})
    .filter((name) => !known.includes(name))
    .map((name) =>
      findingAt(source, ['items', name], `"${name}" is not asked at ${visit}`, known, nearestName(name, known)),
    );
};

/** Reads a person's file into the commands that a site would give, each with its place; or what is wrong with it. */
export const readPersonFile = (content: string, study: Study): PersonFile | readonly StudyFinding[] => {
  const source = readSourceText(content);
  if (!isSourceText(source)) return source;
  const person = readPerson(source);
  if (!isPerson(person)) return person;
  const strange = unscheduled(person, study, source);
  if (strange.length > 0) return strange;
  const today = person.today ?? person.screening;
  return { participant: person.participant, today, commands: commandsOf(person, study, screeningVisit(study)), source };
};

export const isPersonFile = (read: PersonFile | readonly StudyFinding[]): read is PersonFile => 'commands' in read;
