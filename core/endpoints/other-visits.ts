import type { Day } from '#core/quantities/civil-date.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { ValueAsked } from './value-asked.ts';

/**
 * The visits at which an endpoint is asked up to the one asked now, in the order of the schedule, as far as they were
 * held before a day.
 */
export const otherVisits = (
  { endpoint, study, chart, at }: ValueAsked,
  before: Day = Number.POSITIVE_INFINITY,
): readonly string[] => {
  const order = study.definition.visits.map(({ id }) => id);
  const asked = new Set(visitsAsked(endpoint.of));
  return order.filter((visit, index) => {
    const held = chart.dateOf(visit);
    const isUpToNow = at === undefined || index <= order.indexOf(at);
    return asked.has(visit) && isUpToNow && held !== undefined && held.last < before;
  });
};
