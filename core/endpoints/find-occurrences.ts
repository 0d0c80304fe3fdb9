import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Chart } from '#core/criteria/chart.ts';
import { decisive } from '#core/criteria/explain.ts';
import type { Proof } from '#core/criteria/proof.ts';
import type { Evidence } from '#core/measures/measured.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { IntercurrentKind } from '#core/study/schema-endpoints.ts';
import type { Endpoint, IntercurrentEvent, Study } from '#core/study/study.ts';
import { findConductEvents } from './conduct-events.ts';
import { findDoseChanges } from './dose-changes.ts';
import { type EndpointSpan, endpointSpan } from './endpoint-point.ts';
import type { EventOccurrence, FoundEvent } from './event-occurrence.ts';
import { findMedicines } from './medicine-events.ts';
import { missingIn } from './proof-parts.ts';

interface Looking {
  readonly study: Study;
  readonly participant: Participant;
  readonly chart: Chart;
  readonly span: EndpointSpan;
}

const ofKind = (kind: IntercurrentKind, { of }: IntercurrentEvent, looking: Looking): readonly FoundEvent[] => {
  const { study, participant, chart, span } = looking;
  switch (kind) {
    case 'rescue medicine':
    case 'prohibited medicine':
      return findMedicines(kind, of, study, chart, span);
    case 'dose changed':
      return findDoseChanges(participant, study, span);
    default:
      return findConductEvents(kind, participant, span);
  }
};

const earliest = (evidence: readonly Evidence[]): PartialDate | undefined =>
  evidence
    .flatMap(({ date }) => (date === undefined ? [] : (readDate(date) ?? [])))
    .reduce<PartialDate | undefined>(
      (first, each) => (first !== undefined && first.last <= each.last ? first : each),
      undefined,
    );

/** What a sentence says happened, on the earliest day of what makes it true. */
const bySentence = (proof: Proof, event: string): FoundEvent => {
  const evidence = decisive(proof).flatMap((part) => part.evidence);
  const records = [...new Set(evidence.map(({ record }) => record))];
  return { what: event, on: earliest(evidence), happened: proof.truth, records, missing: missingIn(proof) };
};

const found = (event: IntercurrentEvent, looking: Looking): readonly FoundEvent[] => [
  ...(event.of.kinds ?? []).flatMap((kind) => ofKind(kind, event, looking)),
  ...(event.ask === undefined ? [] : [bySentence(event.ask(looking.chart, looking.span.visit), event.of.event)]),
];

const mayHaveHappened = (each: FoundEvent): each is FoundEvent & Pick<EventOccurrence, 'happened'> =>
  each.happened !== 'false';

/** What has no date comes last: nothing is known to follow it. */
const dayOf = ({ on }: FoundEvent): number => on?.first ?? Number.POSITIVE_INFINITY;

/**
 * The intercurrent events of an endpoint's estimand that happened, or may have happened, to a participant from day 0 to
 * just before the endpoint's point, the earliest first and on one day in the order of the estimand (ICH E9(R1)). Nothing
 * for who was not allocated: there is no treatment that they could come after.
 */
export const findOccurrences = (
  study: Study,
  participant: Participant,
  endpoint: Endpoint,
  chart: Chart = chartOf(study, participant),
  at?: string,
): readonly EventOccurrence[] => {
  const events = study.intercurrent.get(endpoint.of.id) ?? [];
  const span = events.length === 0 ? undefined : endpointSpan(endpoint, participant, chart, at);
  if (span === undefined) return [];
  const looking = { study, participant, chart, span };
  return events
    .flatMap((event) =>
      found(event, looking)
        .filter(mayHaveHappened)
        .map((each) => ({ ...each, of: event.of })),
    )
    .toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) - dayOf(b)));
};
