import type { Missing } from '#core/measures/measured.ts';
import { compareDates, onDay, type PartialDate } from '#core/quantities/partial-date.ts';
import { everything } from '#core/quantities/range.ts';
import { and, type Truth } from '#core/quantities/truth.ts';
import type { Chart } from './chart.ts';
import type { Lexicon } from './lexicon.ts';
import { isPending } from './pending-visits.ts';
import type { Window } from './syntax.ts';
import type { WindowDays } from './window-days.ts';
import { numberOf, type Worth } from './worth.ts';

/** One place in a window at which a measure was read, or at which it is open what was read. */
export interface Reading {
  readonly date: PartialDate | undefined;
  readonly worth: Worth;
  /** A reading of which at least a bound is known; otherwise it is open whether there is one, or what it says. */
  readonly isRead: boolean;
  /** Its date, or an end of the window, is known in part: it may be none of the readings in the window. */
  readonly mayBeOutside: boolean;
}

const isInside = (date: PartialDate, { from, to }: WindowDays): Truth =>
  and([
    to === undefined ? 'true' : compareDates(date, '<=', to),
    from === undefined ? 'true' : compareDates(date, '>=', from),
  ]);

const wasNotDone = (missing: readonly Missing[]): boolean =>
  missing.length > 0 && missing.every((each) => each.kind === 'item' && each.why === 'not done');

const readAtVisit = (measure: string, visit: string, chart: Chart, window: WindowDays): readonly Reading[] => {
  const date = chart.dateOf(visit);
  if (date === undefined) return [];
  const inside = isInside(date, window);
  if (inside === 'false') return [];
  const worth = numberOf(chart.measure(measure, visit));
  const isRead = worth.range.low !== undefined || worth.range.high !== undefined;
  // A score of which some items were not done has bounds, and is a reading.
  if (!isRead && wasNotDone(worth.missing)) return [];
  if (inside === 'true') return [{ date, worth, isRead, mayBeOutside: false }];
  const missing: Missing = { kind: 'date', of: visit, written: date.written };
  return [{ date, worth: { ...worth, missing: [missing, ...worth.missing] }, isRead, mayBeOutside: true }];
};

const openVisit = (visit: string): Reading => ({
  date: undefined,
  worth: { range: everything, evidence: [], missing: [{ kind: 'date', of: visit, written: undefined }] },
  isRead: false,
  mayBeOutside: false,
});

const mostDays = 1100;

/** Of a rate that is followed from day to day every day is a reading. */
const readDaily = (measure: string, chart: Chart, { from, to }: WindowDays): readonly Reading[] => {
  const [first, last] = [from?.first, to?.last];
  const isExact = from?.first === from?.last && to?.first === to?.last;
  if (first === undefined || last === undefined || !isExact || last - first > mostDays) {
    const missing: Missing = { kind: 'date', of: `a window of at most ${mostDays} days`, written: undefined };
    const worth = { range: everything, evidence: [], missing: [missing] };
    return [{ date: undefined, worth, isRead: false, mayBeOutside: false }];
  }
  return Array.from({ length: last - first + 1 }, (_, index): Reading => {
    const worth = numberOf(chart.onDay(measure, first + index));
    return { date: onDay(first + index), worth, isRead: worth.missing.length === 0, mayBeOutside: false };
  });
};

/**
 * All readings of a measure in a window, in the order of time. A visit that was missed and a measurement that was not
 * done are none; a visit that may still come to lie in the window, and one at which nothing was recorded yet, stay open.
 * `ever` means so far: up to what is recorded, whatever visits are still to come.
 */
export const readingsIn = (measure: string, window: Window, lexicon: Lexicon) => {
  const isDaily = lexicon.measures.get(measure)?.accumulate !== undefined;
  return (chart: Chart, here: string | undefined, days: WindowDays): readonly Reading[] => {
    if (isDaily) return readDaily(measure, chart, days);
    return chart.measuredAt(measure).flatMap((visit) => {
      if (chart.dateOf(visit) !== undefined) return readAtVisit(measure, visit, chart, days);
      return isPending(visit, chart, { window, days, here }, lexicon) ? [openVisit(visit)] : [];
    });
  };
};
