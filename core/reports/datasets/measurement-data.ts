import { floatOf } from '#core/measures/binary-float.ts';
import type { Measured } from '#core/measures/measured.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { sayRange } from '#core/measures/say.ts';
import { type ChartScene, dayAt, type ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { exactNumber, recordsOfEvents, unitOf } from '#core/reports/charts/read-measure.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet } from './data-set.ts';

/** Where a value lies to the laboratory's range. */
export type RangePlace = 'low' | 'normal' | 'high';

/** What one measure came to for one participant at one visit that was held. */
export interface MeasurementData {
  readonly participant: string;
  readonly arm: string;
  readonly visit: string;
  readonly day: number;
  /** Whether this is the visit of day 0. */
  readonly isBaseline: boolean;
  readonly measure: string;
  /** One number, where it is one. */
  readonly value: number | undefined;
  readonly unit: string | undefined;
  /** One level, where it is one; what is known of a number otherwise. */
  readonly words: string | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly place: RangePlace | undefined;
  readonly records: readonly string[];
}

const wordsOf = (measured: Measured): string | undefined => {
  switch (measured.kind) {
    case 'number':
      return measured.status === 'partial' ? sayRange(measured.range) : undefined;
    case 'level':
      return measured.possible.length === 1 ? measured.possible[0] : undefined;
    case 'set':
      return measured.certain.length === measured.possible.length ? measured.certain.join(' + ') : undefined;
    case 'profile':
      return [...measured.systems]
        .map(([system, levels]) => `${system} ${levels.length === 1 ? levels[0] : '?'}`)
        .join(', ');
    default:
      return measured satisfies never;
  }
};

const placeOf = (
  value: number | undefined,
  low: number | undefined,
  high: number | undefined,
): RangePlace | undefined => {
  if (value === undefined || (low === undefined && high === undefined)) return undefined;
  if (low !== undefined && value < low) return 'low';
  return high !== undefined && value > high ? 'high' : 'normal';
};

const limits = (range: NormalRange | undefined): readonly [number | undefined, number | undefined] => [
  range?.low && floatOf(range.low),
  range?.high && floatOf(range.high),
];

/** Every measure at the visits at which the schedule asks for it. */
const asked = ({ definition }: Study): ReadonlyMap<string, readonly string[]> => {
  const visits = new Map<string, Set<string>>();
  for (const { measures, visits: at } of definition.activities)
    for (const measure of measures) visits.set(measure, new Set([...(visits.get(measure) ?? []), ...at]));
  return new Map(
    [...visits].map(([measure, at]) => [measure, definition.visits.map(({ id }) => id).filter((id) => at.has(id))]),
  );
};

const dataAt = (person: ScenePerson, study: Study, measure: string, visit: string): MeasurementData | undefined => {
  const day = dayAt(person, visit);
  if (day === undefined) return undefined;
  const measured = person.chart.measure(measure, visit);
  const value = measured.kind === 'number' ? exactNumber(measured.range) : undefined;
  const words = wordsOf(measured);
  if (measured.status === 'not evaluable' || (value === undefined && words === undefined)) return undefined;
  const [low, high] = limits(person.chart.normalRange(measure, visit));
  return {
    participant: person.id,
    arm: person.arm,
    visit,
    day,
    isBaseline: study.definition.visits.some(({ id, day: planned }) => id === visit && planned === 0),
    measure,
    value,
    unit: unitOf(study, measure),
    words,
    low,
    high,
    place: placeOf(value, low, high),
    records: recordsOfEvents(measured.evidence.map(({ record }) => record)),
  };
};

/** All that was measured at visits, of everybody who was allocated: by measure, visit and participant. */
export const measurementData = ({ study, people }: ChartScene): readonly MeasurementData[] =>
  [...asked(study)].flatMap(([measure, visits]) =>
    visits.flatMap((visit) => people.flatMap((person) => dataAt(person, study, measure, visit) ?? [])),
  );

/** The same as a table. */
export const measurementSet = (rows: readonly MeasurementData[]): DataSet =>
  dataSet<MeasurementData>(
    'measurements',
    'What measures came to at visits',
    [
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      { name: 'visit', label: 'visit of the plan', kind: 'text', tells: 'nothing', read: (row) => row.visit },
      { name: 'day', label: 'day of the visit', kind: 'day', tells: 'nothing', read: (row) => row.day },
      {
        name: 'baseline',
        label: 'whether it is the visit of day 0',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.isBaseline,
      },
      { name: 'measure', label: 'measure', kind: 'text', tells: 'nothing', read: (row) => row.measure },
      {
        name: 'value',
        label: 'value where it is one number',
        kind: 'number',
        tells: 'nothing',
        read: (row) => row.value,
      },
      { name: 'unit', label: 'unit of the value', kind: 'text', tells: 'nothing', read: (row) => row.unit },
      {
        name: 'words',
        label: 'level, or what is known of a number',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.words,
      },
      { name: 'low', label: 'lower limit of normal', kind: 'number', tells: 'nothing', read: (row) => row.low },
      { name: 'high', label: 'upper limit of normal', kind: 'number', tells: 'nothing', read: (row) => row.high },
      {
        name: 'place',
        label: 'where the value lies to the limits',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.place,
      },
    ],
    rows,
  );
