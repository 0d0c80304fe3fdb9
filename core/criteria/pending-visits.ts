import type { Chart } from './chart.ts';
import type { Lexicon } from './lexicon.ts';
import { pointName } from './point-name.ts';
import type { Window } from './syntax.ts';
import type { WindowDays } from './window-days.ts';

/** The point after which no visit lies in a window; `none` where only days end it. */
const lastPoint = (window: Exclude<Window, { kind: 'ever' }>, here: string | undefined): string | 'none' => {
  switch (window.kind) {
    case 'from-to':
      return pointName(window.to, here);
    case 'within':
    case 'beyond':
      return window.direction === 'before' ? pointName(window.point, here) : 'none';
    case 'on':
      return pointName(window.point, here);
    default:
      return window satisfies never;
  }
};

/** Visits come in the order of the schedule: one that was held on a day bounds those before and after it. */
const mayLieWithin = (visit: string, chart: Chart, { from, to }: WindowDays, { points, visits }: Lexicon): boolean => {
  const ordered = points.filter((point) => visits.has(point));
  const place = ordered.indexOf(visit);
  const isAfter = ordered.slice(0, place).some((earlier) => {
    const held = chart.dateOf(earlier);
    return held !== undefined && to !== undefined && held.first > to.last;
  });
  const isBefore = ordered.slice(place + 1).some((later) => {
    const held = chart.dateOf(later);
    return held !== undefined && from !== undefined && held.last < from.first;
  });
  return !isAfter && !isBefore;
};

/**
 * Whether a visit that has no date may still come to lie in a window. One that was missed may not, nor one that the order
 * of the schedule keeps out of it: it comes after the point that ends the window, after a visit that was held when the
 * window was over, or before a visit that was held when it had not begun. `ever` reaches up to what is recorded, so that
 * nothing is pending there.
 */
export const isPending = (
  visit: string,
  chart: Chart,
  { window, days, here }: { readonly window: Window; readonly days: WindowDays; readonly here: string | undefined },
  lexicon: Lexicon,
): boolean => {
  if (window.kind === 'ever' || chart.recordOf(visit) !== undefined) return false;
  const last = lastPoint(window, here);
  const { points } = lexicon;
  const isInOrder = last === 'none' || points.indexOf(visit) <= points.indexOf(last);
  return isInOrder && mayLieWithin(visit, chart, days, lexicon);
};
