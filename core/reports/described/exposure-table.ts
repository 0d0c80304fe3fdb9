import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Figure, Table } from '#core/reports/figure.ts';
import { type ArmGroup, armGroups } from './arm-groups.ts';
import { type CellName, countCell, meanCell, medianCell } from './cells.ts';

type ExposedPeople = readonly ParticipantData[];
type ExposureRow = Table['rows'][number];

/** Makes the rows of the table, a cell for each group of arms. */
const openRows = (participants: ExposedPeople, groups: readonly ArmGroup[]) => {
  const row = (
    id: string,
    label: string,
    cell: (name: CellName, people: ExposedPeople) => Figure,
    rests: (person: ParticipantData) => readonly string[] = ({ records }) => records,
  ): ExposureRow => ({
    label,
    cells: groups.map((group) => {
      const people = participants.filter(({ arm }) => group.holds(arm));
      const name = { id: `exposure/${id}/${group.id}`, label: `${label}, ${group.id}`, rests: people.flatMap(rests) };
      return cell(name, people);
    }),
  });
  const share = (id: string, label: string, holds: (person: ParticipantData) => boolean): ExposureRow =>
    row(
      id,
      label,
      (name, people) => countCell(name, { events: people.filter(holds).length, of: people.length }),
      (person) => (holds(person) ? person.records : []),
    );
  const median = (id: string, label: string, days: (person: ParticipantData) => number | undefined): ExposureRow =>
    row(id, `${label}: median (quartiles)`, (name, people) =>
      medianCell(
        name,
        people.flatMap((person) => days(person) ?? []),
      ),
    );
  const mean = (id: string, label: string, number: (person: ParticipantData) => number): ExposureRow =>
    row(id, `${label}: mean (SD)`, (name, people) => meanCell(name, people.map(number)));
  return { share, median, mean };
};

type Rows = ReturnType<typeof openRows>;

const treatmentDays = ({ firstDose, lastDose }: ParticipantData): number | undefined =>
  firstDose === undefined || lastDose === undefined ? undefined : lastDose - firstDose + 1;

/** What tells the arms while they are masked. */
const doseRows = (participants: ExposedPeople, { share, median, mean }: Rows): readonly ExposureRow[] => [
  share('treated', 'at least one dose', ({ firstDose }) => firstDose !== undefined),
  ...(participants.some(({ dosesPlanned }) => dosesPlanned > 0)
    ? [
        share(
          'all',
          'all planned doses',
          ({ dosesPlanned, dosesReceived }) => dosesPlanned > 0 && dosesReceived >= dosesPlanned,
        ),
        mean('doses', 'doses received', ({ dosesReceived }) => dosesReceived),
      ]
    : []),
  median('treatment-days', 'days from the first dose to the last', treatmentDays),
];

const namesIn = (participants: ExposedPeople, of: (person: ParticipantData) => string | undefined): readonly string[] =>
  [...new Set(participants.flatMap((person) => of(person) ?? []))].toSorted();

const endRows = (participants: ExposedPeople, { share }: Rows): readonly ExposureRow[] => [
  share('stopped', 'treatment stopped', ({ discontinued }) => discontinued !== undefined),
  ...namesIn(participants, ({ discontinued }) => discontinued?.why).map((why) =>
    share(`stopped/${why}`, `stopped: ${why}`, ({ discontinued }) => discontinued?.why === why),
  ),
  ...namesIn(participants, ({ ended }) => ended?.how).map((how) =>
    share(`ended/${how}`, `participation: ${how}`, ({ ended }) => ended?.how === how),
  ),
];

/** What was received, how long people were followed, and who stopped, by the arm of the allocation. */
export const exposureTable = (
  participants: ExposedPeople,
  arms: readonly { readonly id: string }[],
  isPooled: boolean,
): Table => {
  const groups = armGroups(arms);
  const rows = openRows(participants, groups);
  return {
    id: 'exposure',
    title: 'Treatment and follow-up',
    columns: groups.map(({ id }) => id),
    rows: [
      ...(isPooled ? [] : doseRows(participants, rows)),
      rows.median('followed', 'days followed from allocation', ({ lastSeen }) => lastSeen),
      ...endRows(participants, rows),
    ],
  };
};
