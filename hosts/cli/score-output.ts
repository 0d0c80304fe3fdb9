import type { Measure } from '#core/measures/measure.ts';
import { count } from '#hosts/render/text.ts';
import { writeCsvLine } from './csv.ts';
import type { ScoredFile } from './score-people.ts';
import type { ScoredPerson } from './score-row.ts';
import { sayProblem } from './trial-files.ts';

const statuses = ['ok', 'partial', 'not evaluable', 'refused'] as const;

/** How many came to what, and what was missing for how many. */
export interface ScoreCounts {
  readonly people: number;
  readonly byStatus: Readonly<Record<ScoredPerson['status'], number>>;
  /** What is missing and for how many, the most frequent first. */
  readonly missing: readonly (readonly [what: string, people: number])[];
  readonly questioned: number;
}

export const countScores = (people: readonly ScoredPerson[]): ScoreCounts => {
  const byStatus = { ok: 0, partial: 0, 'not evaluable': 0, refused: 0 };
  const missing = new Map<string, number>();
  let questioned = 0;
  for (const each of people) {
    byStatus[each.status] += 1;
    if (each.questioned.length > 0) questioned += 1;
    for (const what of each.missing) missing.set(what, (missing.get(what) ?? 0) + 1);
  }
  const sorted = [...missing].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { people: people.length, byStatus, missing: sorted, questioned };
};

const mostNamed = 12;

/** The counts in a few lines. */
export const countLines = (
  { people, byStatus, missing, questioned }: ScoreCounts,
  unread: readonly string[],
): readonly string[] => [
  `${count(people, 'person', 'people')}: ${statuses.map((status) => `${byStatus[status]} ${status}`).join(', ')}.`,
  ...(missing.length === 0
    ? []
    : [
        `Missing, and for how many: ${missing
          .slice(0, mostNamed)
          .map(([what, of]) => `${what} ${of}`)
          .join(', ')}${missing.length > mostNamed ? `, and ${missing.length - mostNamed} more` : ''}.`,
      ]),
  ...(questioned === 0 ? [] : [`Results to be looked at: of ${count(questioned, 'person', 'people')}.`]),
  ...(unread.length === 0 ? [] : [`Not read: ${unread.join(', ')}.`]),
];

const longestValue = 24;

/** One person in a line or a few. */
export const personLines = (each: ScoredPerson): readonly string[] => {
  const value = each.value.length > longestValue ? '' : each.value;
  const head = [each.id, value, each.status === 'ok' ? '' : each.status].filter((part) => part !== '').join('  ');
  return [
    each.sentence === '' ? head : `${head}  ${each.sentence}`,
    ...(each.missing.length === 0
      ? []
      : [`    missing ${each.missing.slice(0, mostNamed).join(', ')}${each.missing.length > mostNamed ? ', …' : ''}`]),
    ...each.questioned.map((said) => `    to be looked at: ${said}`),
  ];
};

const saidFaults = ({ faults }: ScoredPerson): readonly string[] =>
  faults.map(({ line, column, what, expected, nearest }) => `${line}:${column} ${sayProblem(what, expected, nearest)}`);

/** The table that `--out` writes as CSV: a line for each person in the order of the file. */
export const scoreCsvText = (measure: Measure, { people }: ScoredFile): string => {
  const systems = measure.value.kind === 'profile' ? measure.value.systems : [];
  const unit = measure.value.kind === 'quantity' ? measure.value.unit : '';
  const head = [
    'id',
    'date',
    'measure',
    'rule',
    'status',
    'value',
    'low',
    'high',
    'unit',
    ...systems,
    'missing',
    'sentence',
    'questioned',
    'faults',
  ];
  const lines = people.map((each) =>
    writeCsvLine([
      each.id,
      each.date,
      measure.id,
      measure.rule,
      each.status,
      each.value,
      each.low,
      each.high,
      unit,
      ...systems.map((_, index) => each.systems[index] ?? ''),
      each.missing.join('; '),
      each.sentence,
      each.questioned.join('; '),
      saidFaults(each).join('; '),
    ]),
  );
  return [writeCsvLine(head), ...lines].join('');
};

/** Everything that came of a file, as one JSON value. */
export const scoreValue = (measure: Measure, path: string, { people, unread }: ScoredFile) => {
  const { people: number, byStatus, missing, questioned } = countScores(people);
  const { id, title, rule, source, value } = measure;
  return {
    measure: { id, title, rule, source, ...(value.kind === 'quantity' ? { unit: value.unit } : {}) },
    file: path,
    people: people.map(({ systems, ...each }) =>
      value.kind === 'profile' && systems.length > 0
        ? { ...each, systems: Object.fromEntries(value.systems.map((system, index) => [system, systems[index]])) }
        : each,
    ),
    counts: { people: number, ...byStatus, questioned },
    missing: missing.map(([what, of]) => ({ what, people: of })),
    unread,
  };
};
