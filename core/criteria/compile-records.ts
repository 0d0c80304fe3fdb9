import type { Evidence, Missing } from '#core/measures/measured.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { compareDates, type PartialDate } from '#core/quantities/partial-date.ts';
import { and, not, or, type Truth } from '#core/quantities/truth.ts';
import type { Chart, HistoryRecord } from './chart.ts';
import { doseChanges } from './dose-changes.ts';
import { countsAs, type Lexicon, type Source } from './lexicon.ts';
import { leaf, type Proof } from './proof.ts';
import type { RecordCondition, RecordQuery } from './syntax.ts';
import { daysOf, distance, firstDayWithout, isNoDate, type WindowDays } from './window-days.ts';

/** One record held against the query. */
interface Hit {
  readonly found: Occurrence;
  /** Whether it is what was asked for, at whatever time. */
  readonly asked: Truth;
  readonly truth: Truth;
  readonly evidence: Evidence;
  readonly missing: readonly Missing[];
}

type Occurrence = {
  readonly record: HistoryRecord;
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
  readonly certain: Truth;
  readonly verb: string;
};

const occurrence = (record: HistoryRecord): Occurrence => {
  // An adverse event counts where it began; a course or a condition counts as long as it lasts.
  const single = record.end === 'single' || record.source === 'adverse event';
  const to = single ? record.start : record.end === 'ongoing' ? undefined : record.end;
  return { record, from: record.start, to, certain: 'true', verb: '' };
};

const changesOfDose = (records: readonly HistoryRecord[], counting: boolean): readonly Occurrence[] =>
  [...Map.groupBy(records, (record) => record.concept).values()].flatMap((courses) =>
    doseChanges(courses)
      .filter((change) => counting || change.what === 'changed')
      .map((change) => ({
        record: change.record,
        from: change.on,
        to: change.on,
        certain: change.certain ? ('true' as const) : ('unknown' as const),
        verb: `${change.what} `,
      })),
  );

/** Is the record one of the concepts asked for? A record coded wider than asked may be: unknown. */
const isAsked = (record: HistoryRecord, query: RecordQuery, lexicon: Lexicon): Truth => {
  if (query.otherThan.some((other) => countsAs(lexicon, record.concept, other))) return 'false';
  if (query.concepts.some((concept) => countsAs(lexicon, record.concept, concept))) return 'true';
  return query.concepts.some((concept) => countsAs(lexicon, concept, record.concept)) ? 'unknown' : 'false';
};

const attributeTruth = (where: RecordCondition, record: HistoryRecord): Truth => {
  switch (where.kind) {
    case 'attribute': {
      const answer = record.attributes[where.attribute];
      return answer === undefined ? 'unknown' : answer ? 'true' : 'false';
    }
    case 'not':
      return not(attributeTruth(where.term, record));
    case 'and':
      return and(where.terms.map((term) => attributeTruth(term, record)));
    case 'or':
      return or(where.terms.map((term) => attributeTruth(term, record)));
    default:
      return where satisfies never;
  }
};

const inWindow = (found: Occurrence, window: WindowDays): Truth =>
  and([
    window.to === undefined ? 'true' : compareDates(found.from, '<=', window.to),
    window.from === undefined || found.to === undefined ? 'true' : compareDates(found.to, '>=', window.from),
  ]);

const describe = (found: Occurrence, window: WindowDays): Evidence => {
  const { record } = found;
  const ended =
    found.to === undefined ? ', ongoing' : found.to.written === found.from.written ? '' : ` to ${found.to.written}`;
  const exact =
    found.to !== undefined &&
    found.to.first === found.to.last &&
    window.anchor?.date.first === window.anchor?.date.last;
  const far =
    window.anchor !== undefined && exact && found.to !== undefined
      ? `, ${distance(found.to.last, window.anchor.date.last)} ${window.anchor.point} (${window.anchor.date.written})`
      : '';
  return {
    record: record.record,
    what: `${found.verb}${record.concept}`,
    written: `${found.from.written}${ended}${far}`,
    date: found.from.written,
  };
};

const missingOf = (found: Occurrence, query: RecordQuery, lexicon: Lexicon, window: WindowDays): readonly Missing[] => {
  const at = `${found.record.concept} of ${found.from.written}`;
  const missing: Missing[] = [];
  if (isAsked(found.record, query, lexicon) === 'unknown')
    missing.push({ kind: 'unreadable', item: at, point: '', why: `which of ${query.concepts.join(', ')} it was` });
  if (query.where !== undefined && attributeTruth(query.where, found.record) === 'unknown')
    missing.push({ kind: 'item', item: `${at}: details`, point: '', why: 'not recorded' });
  if (found.certain === 'unknown') missing.push({ kind: 'item', item: `${at}: dose`, point: '', why: 'not recorded' });
  if (inWindow(found, window) === 'unknown') missing.push({ kind: 'date', of: at, written: found.from.written });
  return missing;
};

const hold = (found: Occurrence, query: RecordQuery, lexicon: Lexicon, window: WindowDays): Hit => {
  const asked = and([
    isAsked(found.record, query, lexicon),
    query.where === undefined ? 'true' : attributeTruth(query.where, found.record),
    found.certain,
  ]);
  const truth = and([asked, inWindow(found, window)]);
  const missing = truth === 'unknown' ? missingOf(found, query, lexicon, window) : [];
  return { found, asked, truth, evidence: describe(found, window), missing };
};

const sourcesOf = (query: RecordQuery, lexicon: Lexicon): readonly Source[] => [
  ...new Set(query.concepts.flatMap((concept) => lexicon.concepts.get(concept)?.source ?? [])),
];

/** Sources that are not signed as complete through the window: nothing may be concluded from their silence. */
const openSources = (sources: readonly Source[], chart: Chart, window: WindowDays): readonly Missing[] => {
  if (window.endsAt !== undefined) return [{ kind: 'date', of: window.endsAt, written: undefined }];
  return sources.flatMap((source) => {
    const through = chart.completeThrough(source);
    const needed = window.to?.last;
    if (through !== undefined && (needed === undefined || through >= needed)) return [];
    return [{ kind: 'source', source, through: needed === undefined ? 'today' : writeDay(needed) } as const];
  });
};

const changesOn = (hits: readonly Hit[], { anchor }: WindowDays): number | undefined =>
  anchor === undefined
    ? undefined
    : firstDayWithout(
        hits.filter((hit) => hit.asked === 'true').map((hit) => hit.found),
        anchor,
      );

/**
 * Asks the records of a history. True when one record certainly fits; false only when none can fit and every source is
 * signed as complete through the window; unknown otherwise, with what would have to be known.
 */
export const compileRecords = (query: RecordQuery, lexicon: Lexicon) => {
  const sources = sourcesOf(query, lexicon);
  return (chart: Chart, here: string | undefined): Proof => {
    const window = daysOf(query.window, chart, here);
    if (isNoDate(window))
      return leaf(query, 'unknown', [], [{ kind: 'date', of: window.noDateOf, written: undefined }]);
    const records = sources.flatMap((source) => chart.records(source));
    const found =
      query.verb === 'changed dose of'
        ? changesOfDose(
            records.filter((record) => isAsked(record, query, lexicon) !== 'false'),
            query.startsAndStops === 'counting',
          )
        : records.map(occurrence);
    const hits = found.map((each) => hold(each, query, lexicon, window));
    const certain = hits.filter((hit) => hit.truth === 'true');
    if (certain.length > 0)
      return leaf(
        query,
        'true',
        certain.map((hit) => hit.evidence),
        [],
        changesOn(hits, window),
      );
    const possible = hits.filter((hit) => hit.truth === 'unknown');
    const missing = [...possible.flatMap((hit) => hit.missing), ...openSources(sources, chart, window)];
    return leaf(
      query,
      missing.length > 0 ? 'unknown' : 'false',
      possible.map((hit) => hit.evidence),
      missing,
    );
  };
};
