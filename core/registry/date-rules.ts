import { readDate } from '#core/quantities/partial-date.ts';
import { contentsOf } from './passages.ts';
import { type DateField, dateIn, datesOf, latestOf, type PlacedDate, placeOf } from './record-dates.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

/** A register calls a status unknown when it was not confirmed for two years; the same measure is used here. */
const longestSilence = 731;

const overallStatus = (record: RegistryRecord): readonly QuotedPlace[] =>
  contentsOf(record)
    .filter(({ kind }) => kind === 'page' || kind === 'copy')
    .flatMap(({ prefix, content }) =>
      content.status.map(({ says }, index) => ({ place: `${prefix}status[${index + 1}].says`, quote: says })),
    );

const running = /^(?:active|enrolling|not yet recruiting|recruiting)/i;

/** What shows that nobody has looked after a record whose trial is not over. */
const signsOfAge = (record: RegistryRecord, today: number): readonly PlacedDate[] => {
  const completion = latestOf(record, 'completion');
  const update = latestOf(record, 'last update');
  return [
    ...(completion !== undefined && completion.when.last < today ? [completion] : []),
    ...(update !== undefined && update.when.last < today - longestSilence ? [update] : []),
  ];
};

const stale: RecordRule = {
  id: 'record-out-of-date',
  severity: 'warning',
  find: (record) => {
    const today = readDate(record['read on'])?.first ?? 0;
    const unknown = overallStatus(record).filter(({ quote }) => /\bunknown\b/i.test(quote ?? ''));
    const open = overallStatus(record).filter(({ quote }) => running.test(quote ?? ''));
    const old = unknown.length + open.length > 0 ? signsOfAge(record, today) : [];
    if (unknown.length === 0 && old.length === 0) return [];
    const places = [...unknown, ...open, ...old.map(({ place, quote }) => ({ place, quote }))];
    const what = `The status was not kept up to date by ${record['read on']}.`;
    return [{ places, what, question: 'Is the trial running, finished or stopped?', reading: undefined }];
  },
};

const anticipatedPast: RecordRule = {
  id: 'anticipated-date-in-the-past',
  severity: 'warning',
  find: (record) => {
    const today = readDate(record['read on'])?.first ?? 0;
    const fields: readonly DateField[] = ['start', 'primary completion', 'completion'];
    const past = fields
      .flatMap((field) => datesOf(record, field))
      .filter(({ type, when }) => type === 'anticipated' && when.last < today);
    if (past.length === 0) return [];
    const what = 'A date is still called anticipated and has passed.';
    return [{ places: past.map(placeOf), what, question: 'When did it really happen?', reading: undefined }];
  },
};

const plainStatus = (status: string): string => status.toLowerCase().replace(/ status$/, '');

/** Sites begin and end at their own times; only a status of the page that no site has contradicts them. */
const statusesDisagree: RecordRule = {
  id: 'statuses-disagree',
  severity: 'warning',
  find: (record) => {
    const sites = record.sites.flatMap(({ status }, index) =>
      status === undefined ? [] : [{ place: `sites[${index + 1}].status`, quote: status }],
    );
    const page = record.status.map(({ says }, index) => ({ place: `status[${index + 1}].says`, quote: says }));
    const kinds = new Set(page.map(({ quote }) => plainStatus(quote)));
    const borne = sites.length === 0 || sites.some(({ quote }) => kinds.has(plainStatus(quote)));
    if (page.length === 0 || (kinds.size === 1 && borne)) return [];
    const all = new Set([...page, ...sites].map(({ quote }) => plainStatus(quote)));
    const what = `The status is ${[...all].join(' in one place and ')} in another.`;
    return [{ places: [...page, ...sites], what, question: 'Which status holds?', reading: undefined }];
  },
};

const registeredLate: RecordRule = {
  id: 'registered-after-start',
  severity: 'warning',
  find: (record) => {
    const [start] = datesOf(record, 'start');
    const [submitted] = datesOf(record, 'first submitted');
    if (start === undefined || submitted === undefined || start.when.last >= submitted.when.first) return [];
    const what = 'The trial was registered after it had begun.';
    const question = 'Were criteria or outcomes changed between the start and the registration?';
    return [{ places: [start, submitted].map(placeOf), what, question, reading: undefined }];
  },
};

const outOfOrder: RecordRule = {
  id: 'dates-out-of-order',
  severity: 'error',
  find: (record) =>
    contentsOf(record).flatMap((content) => {
      const order = (['start', 'primary completion', 'completion'] as const).flatMap(
        (field) => dateIn(content, field) ?? [],
      );
      const wrong = order.findIndex((each, index) => (order[index + 1]?.when.last ?? Infinity) < each.when.first);
      if (wrong < 0) return [];
      const what = 'The dates of start, primary completion and completion are not in this order.';
      return [
        {
          places: order.slice(wrong, wrong + 2).map(placeOf),
          what,
          question: 'Which date is wrong?',
          reading: undefined,
        },
      ];
    }),
};

const completionsIdentical: RecordRule = {
  id: 'nothing-after-primary-completion',
  severity: 'information',
  find: (record) =>
    contentsOf(record).flatMap((content) => {
      const primary = dateIn(content, 'primary completion');
      const completion = dateIn(content, 'completion');
      if (primary === undefined || primary.quote !== completion?.quote) return [];
      const what =
        'Primary completion and completion are the same, so nothing is followed up after the primary outcome.';
      return [
        { places: [primary, completion].map(placeOf), what, question: 'Is there a follow-up?', reading: undefined },
      ];
    }),
};

const compared: readonly DateField[] = ['start', 'primary completion', 'completion', 'first submitted', 'first posted'];

const datesDisagree: RecordRule = {
  id: 'dates-disagree',
  severity: 'warning',
  find: (record) =>
    compared.flatMap((field) => {
      const stated = datesOf(record, field);
      const apart = stated.some((one) =>
        stated.some((other) => one.when.last < other.when.first || other.when.last < one.when.first),
      );
      if (!apart) return [];
      const what = `The date "${field}" differs between the page and its copies.`;
      return [{ places: stated.map(placeOf), what, question: 'Which date holds?', reading: 'the copy updated last' }];
    }),
};

export const dateRules: readonly RecordRule[] = [
  stale,
  anticipatedPast,
  statusesDisagree,
  registeredLate,
  outOfOrder,
  completionsIdentical,
  datesDisagree,
];
