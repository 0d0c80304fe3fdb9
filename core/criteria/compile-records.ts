import type { Evidence, Missing } from '#core/measures/measured.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { compareDates } from '#core/quantities/partial-date.ts';
import { and, type Truth } from '#core/quantities/truth.ts';
import type { Chart, HistoryRecord } from './chart.ts';
import type { Lexicon, Source } from './lexicon.ts';
import { leaf, type Proof } from './proof.ts';
import { type CountedTo, detailTruth, openDetails } from './record-details.ts';
import { isAsked, isOneOf, type Occurrence, occurrence, occurrencesOf } from './record-occurrences.ts';
import type { RecordQuery } from './syntax.ts';
import { daysOf, distance, firstDayWithout, isNoDate, type WindowDays } from './window-days.ts';

/** One record held against the query. */
interface Hit {
  readonly found: Occurrence;
  /** Whether it is what was asked for, at whatever time. */
  readonly asked: Truth;
  readonly truth: Truth;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

const inWindow = (found: Occurrence, window: WindowDays): Truth =>
  and([
    window.to === undefined ? 'true' : compareDates(found.from, '<=', window.to),
    window.from === undefined || found.to === undefined ? 'true' : compareDates(found.to, '>=', window.from),
  ]);

const describe = (found: Occurrence, window: WindowDays): readonly Evidence[] =>
  found.parts.length === 1
    ? [describeOne(found, window)]
    : found.parts.map((part) => describeOne(occurrence(part), window));

const describeOne = (found: Occurrence, window: WindowDays): Evidence => {
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

/** Within what one record is looked at. */
interface Asking {
  readonly query: RecordQuery;
  readonly lexicon: Lexicon;
  readonly window: WindowDays;
  /** Those that are not known. */
  readonly details: readonly string[];
}

const missingOf = (found: Occurrence, { query, lexicon, window, details }: Asking): readonly Missing[] => {
  const at = `${found.record.concept} of ${found.from.written}`;
  const missing: Missing[] = [];
  const [wanted, excepted] = [query.concepts, query.otherThan].map((each) => isOneOf(found.record, each, lexicon));
  if (wanted === 'unknown')
    missing.push({ kind: 'unreadable', item: at, point: '', why: `which of ${query.concepts.join(', ')} it was` });
  if (excepted === 'unknown')
    missing.push({ kind: 'unreadable', item: at, point: '', why: `whether it was ${query.otherThan.join(' or ')}` });
  for (const detail of details)
    missing.push({ kind: 'item', item: `${at}: ${detail}`, point: '', why: 'not recorded' });
  if (found.certain === 'unknown') missing.push(...found.missing);
  if (inWindow(found, window) === 'unknown') missing.push({ kind: 'date', of: at, written: found.from.written });
  return missing;
};

/**
 * Up to where a record is counted: to the end of the window, and where it goes on no further than the history is signed;
 * in a window without an end, as far as it is signed.
 */
const countedTo = ({ source, start, end }: HistoryRecord, { to }: WindowDays, chart: Chart): CountedTo | undefined => {
  if (end !== 'ongoing') return to;
  const signed = chart.completeThrough(source);
  if (to === undefined) return signed === undefined ? undefined : { first: signed, last: signed };
  return { first: Math.min(to.first, signed ?? start.first), last: to.last };
};

const hold = (found: Occurrence, query: RecordQuery, lexicon: Lexicon, window: WindowDays, chart: Chart): Hit => {
  const to = countedTo(found.record, window, chart);
  const details = query.where === undefined ? 'true' : detailTruth(query.where, found.record, to);
  const asked = and([isAsked(found.record, query, lexicon), details, found.certain]);
  const truth = and([asked, inWindow(found, window)]);
  if (truth !== 'unknown') return { found, asked, truth, evidence: describe(found, window), missing: [] };
  const open = query.where === undefined || details !== 'unknown' ? [] : openDetails(query.where, found.record, to);
  const missing = missingOf(found, { query, lexicon, window, details: open });
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
        hits.filter((hit) => hit.asked !== 'false').map((hit) => hit.found),
        anchor,
      );

/** What the records say: those that certainly fit, those that may, and what would have to be known. */
export interface FoundRecords {
  readonly certain: readonly Hit[];
  readonly possible: readonly Hit[];
  readonly missing: readonly Missing[];
  /** What was asked for and lies outside the window. */
  readonly elsewhere: readonly Hit[];
  /** Every source is signed as complete through the window: there are no other records. */
  readonly closed: boolean;
  readonly changesOn: number | undefined;
}

/** Holds every record of the sources against a query. */
export const findRecords = (query: RecordQuery, lexicon: Lexicon) => {
  const sources = sourcesOf(query, lexicon);
  return (chart: Chart, here: string | undefined): FoundRecords => {
    const window = daysOf(query.window, chart, here);
    if (isNoDate(window)) {
      const missing = [{ kind: 'date', of: window.noDateOf, written: undefined } as const];
      return { certain: [], possible: [], elsewhere: [], missing, closed: false, changesOn: undefined };
    }
    const records = sources.flatMap((source) => chart.records(source));
    const hits = occurrencesOf(query, records, lexicon).map((each) => hold(each, query, lexicon, window, chart));
    const possible = hits.filter((hit) => hit.truth === 'unknown');
    const open = openSources(sources, chart, window);
    return {
      certain: hits.filter((hit) => hit.truth === 'true'),
      possible,
      elsewhere: hits.filter((hit) => hit.truth === 'false' && hit.asked === 'true'),
      missing: [...possible.flatMap((hit) => hit.missing), ...open],
      closed: open.length === 0,
      changesOn: changesOn(hits, window),
    };
  };
};

const evidenceOf = (hits: readonly Hit[]): readonly Evidence[] => hits.flatMap((hit) => hit.evidence);

/**
 * Asks the records of a history. True when one record certainly fits; false only when none can fit and every source is
 * signed as complete through the window; unknown otherwise, with what would have to be known.
 */
export const compileRecords = (query: RecordQuery, lexicon: Lexicon) => {
  const find = findRecords(query, lexicon);
  return (chart: Chart, here: string | undefined): Proof => {
    const found = find(chart, here);
    if (found.certain.length > 0) return leaf(query, 'true', evidenceOf(found.certain), [], found.changesOn);
    if (found.missing.length > 0) return leaf(query, 'unknown', evidenceOf(found.possible), found.missing);
    return leaf(query, 'false', evidenceOf(found.elsewhere));
  };
};
