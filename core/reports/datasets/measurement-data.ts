import { floatOf } from '#core/measures/binary-float.ts';
import type { Measured } from '#core/measures/measured.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { sayRange } from '#core/measures/say.ts';
import { type ChartScene, dayAt, type ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { exactNumber, recordsOfEvents, unitOf } from '#core/reports/charts/read-measure.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, dayColumn, numberColumn, textColumn, yesNoColumn } from './data-set.ts';

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
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('visit', 'visit of the plan', (row) => row.visit),
      dayColumn('day', 'day of the visit', (row) => row.day),
      yesNoColumn('baseline', 'whether it is the visit of day 0', (row) => row.isBaseline),
      textColumn('measure', 'measure', (row) => row.measure),
      numberColumn('value', 'value where it is one number', (row) => row.value),
      textColumn('unit', 'unit of the value', (row) => row.unit),
      textColumn('words', 'level, or what is known of a number', (row) => row.words),
      numberColumn('low', 'lower limit of normal', (row) => row.low),
      numberColumn('high', 'upper limit of normal', (row) => row.high),
      textColumn('place', 'where the value lies to the limits', (row) => row.place),
    ],
    rows,
  );
