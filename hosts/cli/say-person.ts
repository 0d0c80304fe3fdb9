import type { Participant } from '#core/conduct/participant.ts';
import type { Style } from '#hosts/render/text.ts';

const withUnit = ({ value, unit }: { readonly value: string; readonly unit?: string }): string =>
  unit === undefined ? value : `${value} ${unit}`;

/** Everything that stands of a participant as plain data, each with the record that says it. */
export const personValue = (participant: Participant) => {
  const { visits, items, judgements, completeThrough, acts, ...rest } = participant;
  return {
    ...rest,
    acts: Object.fromEntries(acts),
    visits: [...visits].map(([visit, held]) => ({ visit, ...held })),
    items: [...items].flatMap(([visit, ofVisit]) => [...ofVisit.values()].map((entry) => ({ visit, ...entry }))),
    judgements: [...judgements].map(([asked, answered]) => ({ asked, ...answered })),
    completeThrough: Object.fromEntries(completeThrough),
  };
};

type Rows = readonly (readonly [what: string, says: string, record: string])[];

const section = (title: string, rows: Rows, style: Style): readonly string[] => {
  if (rows.length === 0) return [];
  const said = rows.map(([what, says]) => `${what}: ${says}`);
  const width = Math.min(72, Math.max(...said.map((text) => text.length)));
  const lines = rows.map(([, , record], index) => `  ${(said[index] ?? '').padEnd(width)}  ${style.faint(record)}`);
  return ['', style.strong(title), ...lines];
};

type PersonValue = ReturnType<typeof personValue>;

const courseOf = ({ start, end, dose, attributes }: PersonValue['history'][number]): string => {
  const until = end === undefined ? '' : end === 'ongoing' ? ', ongoing' : ` to ${end}`;
  const taken = dose === undefined ? '' : `, ${dose.amount} ${dose.unit} every ${dose.everyDays} d`;
  const marks = Object.entries(attributes ?? {}).flatMap(([name, holds]) => (holds ? [`, ${name}`] : []));
  return `${start}${until}${taken}${marks.join('')}`;
};

const visitRows = ({ visits }: PersonValue): Rows =>
  visits.map(({ visit, on, record }) => [visit, on ?? 'missed', record]);

const doseRows = ({ doses, missedDoses, prepared, dispensed, returned }: PersonValue): Rows => [
  ...prepared.map(
    (each) => [`${each.dose} ${each.number}`, `prepared, ${each.amount} ${each.unit}`, each.record] as const,
  ),
  ...doses.map(
    (each) => [`${each.dose} ${each.number}`, `${each.on}, ${each.amount} ${each.unit}`, each.record] as const,
  ),
  ...missedDoses.map(
    (each) => [`${each.dose} ${each.number}`, `${each.on}, missed: ${each.why}`, each.record] as const,
  ),
  ...dispensed.map((each) => [each.dose, `${each.on}, ${each.units} handed out`, each.record] as const),
  ...returned.map((each) => [each.dose, `${each.on}, ${each.units} brought back`, each.record] as const),
];

const actRows = ({ acts }: PersonValue): Rows =>
  Object.entries(acts).map(([act, record]) => [act, record.replace(/^.*#(\d+)\/.*$/s, 'version $1'), record] as const);

const itemRows = ({ items, judgements }: PersonValue): Rows => [
  ...items.map((entry) => [`${entry.visit}, ${entry.item}`, withUnit(entry), entry.record] as const),
  ...judgements.map(({ asked, answer, record }) => [asked, answer, record] as const),
];

const facts = (person: PersonValue): readonly string[] => {
  const { id, site, arm, born, sex, consentedOn, enrolledOn, allocated, discontinued, ended } = person;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['participant', id],
    ['site', site],
    ['born', born && `${born.written}, ${sex}`],
    ['consented', consentedOn],
    ['eligibility', person.assessed && `${person.assessed.verdict}, ${person.assessed.on}`],
    ['enrolled', enrolledOn],
    ['allocated', allocated?.on],
    ['arm', arm],
    ['treatment discontinued', discontinued && `${discontinued.on}, ${discontinued.why}`],
    ['participation ended', ended && `${ended.on}, ${ended.how}`],
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  return rows.flatMap(([what, says]) => (says === undefined ? [] : [`  ${what.padEnd(width)}  ${says}`]));
};

/** One participant's whole state, in lines that end in the record which says it. */
export const sayPerson = (participant: Participant, style: Style): readonly string[] => {
  const person = personValue(participant);
  const history: Rows = person.history.map((entry) => [
    `${entry.source}, ${entry.concept}`,
    courseOf(entry),
    entry.record,
  ]);
  return [
    ...facts(person),
    ...section('Visits', visitRows(person), style),
    ...section('Doses', doseRows(person), style),
    ...section('Items, as they stand', itemRows(person), style),
    ...section('History', history, style),
    ...section('Latest of each act', actRows(person), style),
  ];
};
