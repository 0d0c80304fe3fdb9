import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { contentsOf, type PlacedContent } from './passages.ts';
import type { RecordContent, RegistryRecord } from './record-schema.ts';

export type DateField = keyof RecordContent['dates'];

/** A date of the record with its place; one of which only the month is known is any day of that month. */
export interface PlacedDate {
  readonly place: string;
  readonly quote: string;
  readonly type: 'actual' | 'anticipated' | 'not stated' | undefined;
  readonly when: PartialDate;
}

/** A date of the page or of one copy. Throws for a day that is not in the calendar, which no reading lets in. */
export const dateIn = ({ prefix, content }: PlacedContent, field: DateField): PlacedDate | undefined => {
  const stated = content.dates[field];
  if (stated === undefined) return undefined;
  const when = readDate(stated.date);
  if (when === undefined) throw new Error(`${prefix}dates.${field}: ${stated.date} is no date`);
  return { place: `${prefix}dates.${field}.date`, quote: stated.date, type: stated.type, when };
};

/** Every statement of a date, the page first. */
export const datesOf = (record: RegistryRecord, field: DateField): readonly PlacedDate[] =>
  contentsOf(record)
    .filter(({ kind }) => kind !== 'publication')
    .flatMap((content) => dateIn(content, field) ?? []);

/** The statement with the latest day: of several copies the one that was brought up to date last. */
export const latestOf = (record: RegistryRecord, field: DateField): PlacedDate | undefined =>
  datesOf(record, field).toSorted((a, b) => b.when.last - a.when.last)[0];

/** Places without the date itself. */
export const placeOf = ({ place, quote }: PlacedDate): { readonly place: string; readonly quote: string } => ({
  place,
  quote,
});
