import type { Participant } from '#core/conduct/participant.ts';
import type { Chart } from '#core/criteria/chart.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint } from '#core/study/study.ts';

/** The days in which an event bears on an endpoint, both included: from day 0 to just before its point. */
export interface EndpointSpan {
  readonly visit: string | undefined;
  readonly from: Day;
  readonly until: Day;
}

/** The visit of an endpoint's point; of a time the last visit that it looks at. */
export const pointVisit = (endpoint: Endpoint, at = visitsAsked(endpoint.of)[0]): string | undefined => {
  if (endpoint.kind !== 'time') return at;
  return endpoint.time.to.kind === 'named' ? endpoint.time.to.name : undefined;
};

/**
 * From the day of randomisation to the day before the visit: what happens on the day of a visit comes after its
 * assessments. A visit that was not held ends with its window, and nothing is followed after participation has ended.
 * Undefined for who was not allocated.
 */
export const endpointSpan = (
  endpoint: Endpoint,
  participant: Participant,
  chart: Chart,
  at?: string,
): EndpointSpan | undefined => {
  const from = readDay(participant.allocated?.on ?? '');
  const visit = pointVisit(endpoint, at);
  if (from === undefined || visit === undefined) return undefined;
  const held = chart.dateOf(visit);
  const last = held === undefined ? chart.dueOn(visit)?.last : held.first - 1;
  if (last === undefined) return undefined;
  return { visit, from, until: Math.min(last, readDay(participant.ended?.on ?? '') ?? last) };
};
