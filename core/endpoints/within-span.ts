import { compareDates, onDay, type PartialDate } from '#core/quantities/partial-date.ts';
import { and, type Truth } from '#core/quantities/truth.ts';
import type { EndpointSpan } from './endpoint-point.ts';

/** Whether a date, which may be known in part, lies in a span of days, both ends included. */
export const isWithin = (date: PartialDate, { from, until }: EndpointSpan): Truth =>
  and([compareDates(date, '>=', onDay(from)), compareDates(date, '<=', onDay(until))]);
