import type { NormalRangeRow } from '#core/measures/normal-range.ts';
import type { StudyDefinition } from './schema.ts';

type WrittenRange = NonNullable<StudyDefinition['laboratories']>[number]['ranges'][number];

/** A row says only what it restricts: a key without a value is not one. */
const rowOf = (laboratory: string, row: WrittenRange): NormalRangeRow => ({
  laboratory,
  measure: row.measure,
  unit: row.unit,
  ...(row.sex === undefined ? {} : { sex: row.sex }),
  ...(row['from age'] === undefined ? {} : { 'from age': row['from age'] }),
  ...(row['to age'] === undefined ? {} : { 'to age': row['to age'] }),
  ...(row.from === undefined ? {} : { from: row.from }),
  ...(row.to === undefined ? {} : { to: row.to }),
  ...(row.low === undefined ? {} : { low: row.low }),
  ...(row.high === undefined ? {} : { high: row.high }),
});

/** The normal ranges of all laboratories of a study, each row under the id of its laboratory. */
export const normalRangeRows = ({ laboratories = [] }: StudyDefinition): readonly NormalRangeRow[] =>
  laboratories.flatMap(({ id, ranges }) => ranges.map((row) => rowOf(id, row)));
