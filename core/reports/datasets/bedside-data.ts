import { readDay } from '#core/quantities/civil-date.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet } from './data-set.ts';

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
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      { name: 'dose', label: 'dose of the plan', kind: 'text', tells: 'nothing', read: (row) => row.dose },
      { name: 'number', label: 'number of the dose', kind: 'number', tells: 'nothing', read: (row) => row.number },
      { name: 'moment', label: 'moment of the plan', kind: 'text', tells: 'nothing', read: (row) => row.moment },
      { name: 'day', label: 'day', kind: 'day', tells: 'nothing', read: (row) => row.day },
      { name: 'time', label: 'time of day', kind: 'text', tells: 'nothing', read: (row) => row.time },
      { name: 'item', label: 'what was read', kind: 'text', tells: 'nothing', read: (row) => row.item },
      { name: 'value', label: 'value', kind: 'number', tells: 'nothing', read: (row) => row.value },
      { name: 'unit', label: 'unit', kind: 'text', tells: 'nothing', read: (row) => row.unit },
    ],
    rows,
  );
