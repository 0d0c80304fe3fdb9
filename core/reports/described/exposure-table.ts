import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Figure, Table } from '#core/reports/figure.ts';
import { armGroups } from './arm-groups.ts';
import { type CellName, countCell, meanCell, medianCell } from './cells.ts';

const day = (value: number | undefined): readonly number[] => (value === undefined ? [] : [value]);

/** What was received, how long people were followed, and who stopped, by the arm of the allocation. */
export const exposureTable = (
  participants: readonly ParticipantData[],
  arms: readonly { readonly id: string }[],
  isPooled: boolean,
): Table => {
  const groups = armGroups(arms);
  const row = (
    id: string,
    label: string,
    cell: (name: CellName, people: readonly ParticipantData[]) => Figure,
    rests: (person: ParticipantData) => readonly string[] = ({ records }) => records,
  ) => ({
    label,
    cells: groups.map((group) => {
      const people = participants.filter(({ arm }) => group.holds(arm));
      return cell(
        { id: `exposure/${id}/${group.id}`, label: `${label}, ${group.id}`, rests: people.flatMap(rests) },
        people,
      );
    }),
  });
  const share = (id: string, label: string, holds: (person: ParticipantData) => boolean) =>
    row(
      id,
      label,
      (name, people) => countCell(name, { events: people.filter(holds).length, of: people.length }),
      (person) => (holds(person) ? person.records : []),
    );
  const reasons = (of: (person: ParticipantData) => string | undefined): readonly string[] =>
    [...new Set(participants.flatMap((person) => of(person) ?? []))].toSorted();
  const planned = participants.filter(({ dosesPlanned }) => dosesPlanned > 0);
  return {
    id: 'exposure',
    title: 'Treatment and follow-up',
    columns: groups.map(({ id }) => id),
    rows: [
      ...(isPooled
        ? []
        : [
            share('treated', 'at least one dose', ({ firstDose }) => firstDose !== undefined),
            ...(planned.length === 0
              ? []
              : [
                  share(
                    'all',
                    'all planned doses',
                    ({ dosesPlanned, dosesReceived }) => dosesPlanned > 0 && dosesReceived >= dosesPlanned,
                  ),
                  row('doses', 'doses received: mean (SD)', (name, people) =>
                    meanCell(
                      name,
                      people.map(({ dosesReceived }) => dosesReceived),
                    ),
                  ),
                ]),
            row('treatment-days', 'days from the first dose to the last: median (quartiles)', (name, people) =>
              medianCell(
                name,
                people.flatMap(({ firstDose, lastDose }) =>
                  firstDose === undefined || lastDose === undefined ? [] : [lastDose - firstDose + 1],
                ),
              ),
            ),
          ]),
      row('followed', 'days followed from allocation: median (quartiles)', (name, people) =>
        medianCell(
          name,
          people.flatMap(({ lastSeen }) => day(lastSeen)),
        ),
      ),
      share('stopped', 'treatment stopped', ({ discontinued }) => discontinued !== undefined),
      ...reasons(({ discontinued }) => discontinued?.why).map((why) =>
        share(`stopped/${why}`, `stopped: ${why}`, ({ discontinued }) => discontinued?.why === why),
      ),
      ...reasons(({ ended }) => ended?.how).map((how) =>
        share(`ended/${how}`, `participation: ${how}`, ({ ended }) => ended?.how === how),
      ),
    ],
  };
};
