import { readDay } from '#core/quantities/civil-date.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet, dayColumn, numberColumn, textColumn } from './data-set.ts';

/** One item that was read at one moment around an administration. */
export interface BedsideData {
  readonly participant: string;
  readonly arm: string;
  readonly dose: string;
  readonly number: number;
  /** The moment of the plan; undefined for a reading in between. */
  readonly moment: string | undefined;
  readonly day: number | undefined;
  readonly time: string;
  readonly item: string;
  readonly value: number | undefined;
  readonly unit: string | undefined;
  readonly record: string;
}

const numberIn = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);

const readingsOf = ({ id: participant, arm, zero, participant: { bedside } }: ScenePerson): readonly BedsideData[] =>
  bedside.flatMap(({ dose, number, point: moment, on, at: time, items, record }) => {
    const day = readDay(on);
    return items.map(({ item, value, unit }) => ({
      ...{ participant, arm, dose, number, moment, time, item, unit, record },
      day: day === undefined ? undefined : day - zero,
      value: numberIn(value),
    }));
  });

/** Everything that was read at bedsides. */
export const bedsideData = ({ people }: ChartScene): readonly BedsideData[] => people.flatMap(readingsOf);

/** The same as a table. */
export const bedsideSet = (rows: readonly BedsideData[]): DataSet =>
  dataSet<BedsideData>(
    'bedside',
    'Readings around administrations',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('dose', 'dose of the plan', (row) => row.dose),
      numberColumn('number', 'number of the dose', (row) => row.number),
      textColumn('moment', 'moment of the plan', (row) => row.moment),
      dayColumn('day', 'day', (row) => row.day),
      textColumn('time', 'time of day', (row) => row.time),
      textColumn('item', 'what was read', (row) => row.item),
      numberColumn('value', 'value', (row) => row.value),
      textColumn('unit', 'unit', (row) => row.unit),
    ],
    rows,
  );
