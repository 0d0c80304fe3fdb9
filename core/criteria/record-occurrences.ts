import type { Missing } from '#core/measures/measured.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import { and, not, type Truth } from '#core/quantities/truth.ts';
import type { HistoryRecord } from './chart.ts';
import { type DoseChange, doseChanges, isAskedChange, isDoseChange } from './dose-changes.ts';
import { besidesLength, joinCourses } from './joined-courses.ts';
import { countsAs, type Lexicon } from './lexicon.ts';
import { detailTruth } from './record-details.ts';
import type { RecordQuery } from './syntax.ts';

/** Something that a record, or several of them, say happened, and when. */
export type Occurrence = {
  readonly record: HistoryRecord;
  /** The records of which it consists, where several courses last as one. */
  readonly parts: readonly HistoryRecord[];
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
  readonly certain: Truth;
  readonly verb: string;
  /** What would have to be known where it is not certain. */
  readonly missing: readonly Missing[];
};

export const occurrence = (record: HistoryRecord, parts = [record]): Occurrence => {
  // An adverse event counts where it began; a course or a condition counts as long as it lasts.
  const single = record.end === 'single' || record.source === 'adverse event';
  const to = single ? record.start : record.end === 'ongoing' ? undefined : record.end;
  return { record, parts, from: record.start, to, certain: 'true', verb: '', missing: [] };
};

/** Records that are coded wider than a drug: they may be of it. */
const perhapsOf = (drug: string, records: readonly HistoryRecord[], lexicon: Lexicon): readonly HistoryRecord[] =>
  records.filter(({ concept }) => concept !== drug && countsAs(lexicon, drug, concept));

const occurrenceOfChange = (change: DoseChange): Occurrence => ({
  record: change.record,
  parts: [change.record],
  from: change.on,
  to: change.goesOn ? undefined : change.on,
  certain: change.certain ? 'true' : 'unknown',
  verb: `${change.what} `,
  missing: change.missing,
});

const changesOfDose = (
  records: readonly HistoryRecord[],
  lexicon: Lexicon,
  isAskedFor: (change: DoseChange) => boolean,
): readonly Occurrence[] =>
  [...Map.groupBy(records, ({ concept }) => concept)].flatMap(([drug, courses]) =>
    doseChanges(courses, perhapsOf(drug, records, lexicon))
      .filter(isAskedFor)
      .map(occurrenceOfChange),
  );

/** Is the record one of these concepts? One that is coded wider may be: unknown. */
export const isOneOf = (record: HistoryRecord, concepts: readonly string[], lexicon: Lexicon): Truth => {
  if (concepts.some((concept) => countsAs(lexicon, record.concept, concept))) return 'true';
  return concepts.some((concept) => countsAs(lexicon, concept, record.concept)) ? 'unknown' : 'false';
};

/** Is the record one of the concepts asked for, and none of those that are taken away? */
export const isAsked = (record: HistoryRecord, query: RecordQuery, lexicon: Lexicon): Truth =>
  and([isOneOf(record, query.concepts, lexicon), not(isOneOf(record, query.otherThan, lexicon))]);

/** Each record by itself; where a length is asked, what followed without a free day as one. */
const coursesOf = (query: RecordQuery, records: readonly HistoryRecord[], lexicon: Lexicon): readonly Occurrence[] => {
  const others = query.where === undefined ? undefined : besidesLength(query.where);
  if (others === undefined) return records.map((record) => occurrence(record));
  const meets = (record: HistoryRecord): boolean =>
    and([isAsked(record, query, lexicon), ...others.map((term) => detailTruth(term, record, undefined))]) === 'true';
  return joinCourses(records, meets).map(({ whole, parts }) => occurrence(whole, [...parts]));
};

/** What the records say happened, of all that a query could ask for. */
export const occurrencesOf = (query: RecordQuery, records: readonly HistoryRecord[], lexicon: Lexicon) => {
  const { verb, startsAndStops } = query;
  if (!isDoseChange(verb)) return coursesOf(query, records, lexicon);
  return changesOfDose(
    records.filter((record) => isAsked(record, query, lexicon) !== 'false'),
    lexicon,
    (change) => isAskedChange(change, verb, startsAndStops === 'counting'),
  );
};
