import { readDay } from '#core/quantities/civil-date.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet, dayColumn, numberColumn, textColumn } from './data-set.ts';

/** One administration, or one that was planned and not given; medicine for the home by the visit at which it was handed out. */
export interface DoseData {
  readonly participant: string;
  readonly arm: string;
  readonly dose: string;
  readonly number: number | undefined;
  readonly what: 'given' | 'missed' | 'handed out' | 'brought back';
  readonly day: number | undefined;
  readonly amount: number | undefined;
  readonly unit: string | undefined;
  readonly why: string | undefined;
  readonly record: string;
}

const dosesOf = ({ id: participant, arm, zero, participant: person }: ScenePerson): readonly DoseData[] => {
  const nothing = { number: undefined, amount: undefined, unit: undefined, why: undefined };
  const dayOf = (on: string): number | undefined => {
    const day = readDay(on);
    return day === undefined ? undefined : day - zero;
  };
  return [
    ...person.doses.map(({ dose, number, on, amount, unit, record }) => ({
      ...({ participant, arm, dose, number, what: 'given', day: dayOf(on) } as const),
      ...{ amount: Number(amount), unit, why: undefined, record },
    })),
    ...person.missedDoses.map(({ dose, number, on, why, record }) => ({
      ...({ ...nothing, participant, arm, dose, number, what: 'missed', day: dayOf(on), why, record } as const),
    })),
    ...(['handed out', 'brought back'] as const).flatMap((what) =>
      (what === 'handed out' ? person.dispensed : person.returned).map(({ dose, on, units, record }) => ({
        ...{ ...nothing, participant, arm, dose, what, day: dayOf(on), amount: units, unit: 'units', record },
      })),
    ),
  ];
};

/** Every dose of everybody who was allocated. */
export const doseData = ({ people }: ChartScene): readonly DoseData[] => people.flatMap(dosesOf);

/** The same as a table. */
export const doseSet = (rows: readonly DoseData[]): DataSet =>
  dataSet<DoseData>(
    'doses',
    'Doses that were given, missed, handed out or brought back',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('dose', 'dose of the plan', (row) => row.dose),
      numberColumn('number', 'number of the dose', (row) => row.number),
      textColumn('what', 'what was done', (row) => row.what),
      dayColumn('day', 'day', (row) => row.day),
      numberColumn('amount', 'amount', (row) => row.amount),
      textColumn('unit', 'unit of the amount', (row) => row.unit),
      textColumn('why', 'why it was not given', (row) => row.why, 'words'),
    ],
    rows,
  );
