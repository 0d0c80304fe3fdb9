import { readDay } from '#core/quantities/civil-date.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet } from './data-set.ts';

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
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      { name: 'dose', label: 'dose of the plan', kind: 'text', tells: 'nothing', read: (row) => row.dose },
      { name: 'number', label: 'number of the dose', kind: 'number', tells: 'nothing', read: (row) => row.number },
      { name: 'what', label: 'what was done', kind: 'text', tells: 'nothing', read: (row) => row.what },
      { name: 'day', label: 'day', kind: 'day', tells: 'nothing', read: (row) => row.day },
      { name: 'amount', label: 'amount', kind: 'number', tells: 'nothing', read: (row) => row.amount },
      { name: 'unit', label: 'unit of the amount', kind: 'text', tells: 'nothing', read: (row) => row.unit },
      { name: 'why', label: 'why it was not given', kind: 'text', tells: 'words', read: (row) => row.why },
    ],
    rows,
  );
