import type { Chart, HistoryRecord } from '#core/criteria/chart.ts';
import type { Lexicon, Source } from '#core/criteria/lexicon.ts';
import { isOneOf } from '#core/criteria/record-occurrences.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { and, not, type Truth } from '#core/quantities/truth.ts';
import type { IntercurrentDefinition } from '#core/study/schema-endpoints.ts';
import type { Study } from '#core/study/study.ts';
import type { EndpointSpan } from './endpoint-point.ts';
import type { FoundEvent } from './event-occurrence.ts';
import { isWithin } from './within-span.ts';

export type MedicineKind = 'rescue medicine' | 'prohibited medicine';

const sources = ['medication', 'procedure', 'vaccination'] as const satisfies readonly Source[];

/** Whether a record is of a kind: what is foreseen as rescue is not prohibited. */
const isOfKind = (record: HistoryRecord, kind: MedicineKind, { definition, lexicon }: Study): Truth => {
  const { rescue = [], prohibited = [] } = definition.treatments ?? {};
  const isRescue = isOneOf(record, rescue, lexicon);
  if (kind === 'rescue medicine') return isRescue;
  return and([isOneOf(record, prohibited, lexicon), not(isRescue)]);
};

const beganAs = (
  record: HistoryRecord,
  kind: MedicineKind,
  { medicines }: IntercurrentDefinition,
  study: Study,
  span: EndpointSpan,
): FoundEvent => {
  const named = medicines === undefined ? 'true' : isOneOf(record, medicines, study.lexicon);
  const [asked, inSpan] = [and([isOfKind(record, kind, study), named]), isWithin(record.start, span)];
  const of = `${record.concept} of ${record.start.written}`;
  return {
    what: `${kind} ${record.concept}`,
    on: record.start,
    happened: and([asked, inSpan]),
    records: [record.record],
    missing: [
      ...(asked === 'unknown'
        ? [{ kind: 'unreadable', item: of, point: '', why: `whether it is ${kind}` } as const]
        : []),
      ...(inSpan === 'unknown' ? [{ kind: 'date', of, written: record.start.written } as const] : []),
    ],
  };
};

/** The histories in which a medicine of a kind would stand. */
const sourcesOf = (kind: MedicineKind, event: IntercurrentDefinition, { definition, lexicon }: Study) => {
  const listed = definition.treatments?.[kind === 'rescue medicine' ? 'rescue' : 'prohibited'] ?? [];
  const asked = (event.medicines ?? listed).flatMap((concept) => sourceOf(concept, lexicon));
  return sources.filter((source) => asked.includes(source));
};

const sourceOf = (concept: string, { concepts }: Lexicon): readonly Source[] => {
  const found = concepts.get(concept)?.source;
  return found === undefined ? [] : [found];
};

/** A history that is not signed through the span leaves open whether there was one. */
const notSigned = (kind: MedicineKind, open: readonly Source[], { until }: EndpointSpan): readonly FoundEvent[] => {
  if (open.length === 0) return [];
  const missing = open.map((source) => ({ kind: 'source', source, through: writeDay(until) }) as const);
  return [{ what: kind, on: undefined, happened: 'unknown', records: [], missing }];
};

/**
 * Medicines, procedures and vaccines of a kind that were begun in the span; what went on from before day 0 is no event
 * after the treatment began. Three-valued: a date known in part, a record that is coded wider than the list, and a
 * history that is not signed as complete through the span leave it open.
 */
export const findMedicines = (
  kind: MedicineKind,
  event: IntercurrentDefinition,
  study: Study,
  chart: Chart,
  span: EndpointSpan,
): readonly FoundEvent[] => {
  const asked = sourcesOf(kind, event, study);
  const found = sources
    .flatMap((source) => chart.records(source))
    .map((record) => beganAs(record, kind, event, study, span));
  const open = asked.filter((source) => (chart.completeThrough(source) ?? span.from - 1) < span.until);
  return [...found, ...notSigned(kind, open, span)];
};
