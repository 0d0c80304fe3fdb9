import type { AdverseEventData } from '#core/reports/datasets/adverse-event-data.ts';
import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Table } from '#core/reports/figure.ts';

interface Listing<Row> {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly (readonly [name: string, say: (row: Row) => string])[];
  readonly nameOf: (row: Row) => string;
  readonly recordsOf: (row: Row) => readonly string[];
}

const listed = <Row>({ id, title, columns, nameOf, recordsOf }: Listing<Row>, rows: readonly Row[]): Table => ({
  id,
  title,
  columns: columns.map(([name]) => name),
  rows: rows.map((row, index) => ({
    label: nameOf(row),
    cells: columns.map(([name, say]) => ({
      id: `${id}/${index + 1}/${name}`,
      label: `${nameOf(row)}: ${name}`,
      value: say(row),
      rests: recordsOf(row),
    })),
  })),
});

const dayOf = (day: number | undefined): string => (day === undefined ? 'not known' : `day ${day}`.replace('-', '−'));

const events: Omit<Listing<AdverseEventData>, 'id' | 'title'> = {
  columns: [
    ['arm received', ({ arm }) => arm],
    ['term', ({ term }) => term],
    ['grade', ({ grade }) => (grade === undefined ? '' : String(grade))],
    ['began', ({ start }) => dayOf(start)],
    ['ended', ({ end }) => (end === undefined ? '' : dayOf(end))],
    ['related', ({ related }) => (related === undefined ? 'not known' : related ? 'yes' : 'no')],
    ['outcome', ({ outcome }) => outcome ?? 'not known'],
  ],
  nameOf: ({ participant }) => participant,
  recordsOf: ({ record }) => [record],
};

const people: Omit<Listing<ParticipantData>, 'id' | 'title' | 'columns'> = {
  nameOf: ({ participant }) => participant,
  recordsOf: ({ records }) => records,
};

/** Line by line what a reader wants to see of each single participant: serious events, stopped treatment, who left. */
export const listings = (
  participants: readonly ParticipantData[],
  adverseEvents: readonly AdverseEventData[],
): readonly Table[] => [
  listed(
    { ...events, id: 'listing-serious', title: 'Serious adverse events' },
    adverseEvents.filter(({ serious }) => serious),
  ),
  listed(
    {
      ...people,
      id: 'listing-stopped',
      title: 'Treatment stopped',
      columns: [
        ['arm', ({ arm }) => arm],
        ['when', ({ discontinued }) => dayOf(discontinued?.day)],
        ['why', ({ discontinued }) => discontinued?.why ?? ''],
      ],
    },
    participants.filter(({ discontinued }) => discontinued !== undefined),
  ),
  listed(
    {
      ...people,
      id: 'listing-left',
      title: 'Participation ended before the plan did',
      columns: [
        ['arm', ({ arm }) => arm],
        ['when', ({ ended }) => dayOf(ended?.day)],
        ['how', ({ ended }) => ended?.how ?? ''],
      ],
    },
    participants.filter(({ ended }) => ended !== undefined && ended.how !== 'completed'),
  ),
];
