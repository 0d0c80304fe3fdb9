import { floatOf } from '#core/measures/binary-float.ts';
import type { Measured } from '#core/measures/measured.ts';
import { isExact, type Range } from '#core/quantities/range.ts';
import type { Study } from '#core/study/study.ts';
import type { ScenePerson } from './chart-scene.ts';

/** A value of one participant at one visit, with the records behind it. */
export interface ReadValue {
  readonly value: number;
  readonly rests: readonly string[];
}

/** The number of a range that is one number; undefined for what is only known in part. */
export const exactNumber = (range: Range): number | undefined =>
  isExact(range) && range.low !== undefined ? floatOf(range.low) : undefined;

/** The record of each event that a value rests on: of a form with many items the first one stands for its event. */
export const recordsOfEvents = (records: readonly string[]): readonly string[] =>
  [...new Map(records.toReversed().map((record) => [record.replace(/\/[^/]*$/s, ''), record])).values()].toReversed();

/** The records behind a value; of a score of nothing, which rests on no item that counts, the record of the visit. */
const recordsOf = ({ chart }: ScenePerson, { evidence }: Measured, visit: string): readonly string[] => {
  const record = chart.recordOf(visit);
  if (evidence.length === 0) return record === undefined ? [] : [record];
  return recordsOfEvents(evidence.map((each) => each.record));
};

/** What a measure came to at a visit that was held; undefined where it is not one number. */
export const readMeasure = (person: ScenePerson, measure: string, visit: string): ReadValue | undefined => {
  if (person.chart.dateOf(visit) === undefined) return undefined;
  const measured = person.chart.measure(measure, visit);
  const value = measured.kind === 'number' ? exactNumber(measured.range) : undefined;
  return value === undefined ? undefined : { value, rests: recordsOf(person, measured, visit) };
};

/** The unit in which a measure answers; undefined for a score. */
export const unitOf = ({ lexicon }: Study, measure: string): string | undefined => {
  const value = lexicon.measures.get(measure)?.value;
  return value?.kind === 'quantity' ? value.unit : undefined;
};
