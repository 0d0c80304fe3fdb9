import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { Envelope } from '#core/record/envelope.ts';

type Events = readonly Envelope<TrialEvent>[];

/** A log up to a moment: the events so far, how many there are in all, and the civil date of the last of them. */
export interface ReplayCut {
  readonly events: Events;
  readonly position: number;
  readonly of: number;
  readonly date: string;
}

/** A moment that the log does not have, and those that it has. */
export interface NoSuchMoment {
  readonly refused: 'no such moment';
  readonly accepted: string;
}

const placeOf = (events: Events, at: string): number => {
  if (/^\d{1,15}$/.test(at)) return Number(at);
  // The last one of the day, since clocks of several sites may stand at different days: nothing of the day is left out.
  return readDay(at) === undefined ? 0 : events.findLastIndex((each) => each.at.date <= at) + 1;
};

/**
 * The log as it stood after an event (its position, from 1) or at the end of a civil day (all that was recorded by then
 * at the places where it was recorded); without either, at its end.
 */
export const cutAt = (events: Events, at: string | undefined): ReplayCut | NoSuchMoment => {
  const position = at === undefined ? events.length : placeOf(events, at);
  const last = events[position - 1];
  if (last !== undefined) return { events: events.slice(0, position), position, of: events.length, date: last.at.date };
  const first = events[0]?.at.date;
  const accepted =
    first === undefined ? 'nothing: the log is empty' : `a position from 1 to ${events.length}, or a day from ${first}`;
  return { refused: 'no such moment', accepted };
};
