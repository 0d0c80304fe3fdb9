import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { addDuration, type Duration, subtractDuration, writeDuration } from '#core/quantities/duration.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Chart } from './chart.ts';
import { pointName } from './compile-value.ts';
import type { Window } from './syntax.ts';

/** The days of a window, both ends included; each end may itself be uncertain when its point has a partial date. */
export interface WindowDays {
  readonly from: PartialDate | undefined;
  readonly to: PartialDate | undefined;
  /** The point the window hangs on, for sentences and for the day on which the answer changes. */
  readonly anchor: { readonly point: string; readonly date: PartialDate; readonly most: Duration } | undefined;
  /** The point at which the window will end and that has not come: what was recorded came before it. */
  readonly endsAt: string | undefined;
}

export interface NoDate {
  readonly noDateOf: string;
}

export const isNoDate = (window: WindowDays | NoDate): window is NoDate => 'noDateOf' in window;

const shifted = (date: PartialDate, shift: (day: Day) => Day): PartialDate => {
  const first = shift(date.first);
  const last = shift(date.last);
  return { first, last, written: first === last ? writeDay(first) : `${writeDay(first)} to ${writeDay(last)}` };
};

const within = (window: Extract<Window, { kind: 'within' }>, point: string, date: PartialDate): WindowDays => {
  const earlier = shifted(date, (day) => subtractDuration(day, window.most));
  const later = shifted(date, (day) => addDuration(day, window.most));
  const anchor = { point, date, most: window.most };
  switch (window.direction) {
    case 'before':
      return { from: earlier, to: date, anchor, endsAt: undefined };
    case 'after':
      return { from: date, to: later, anchor: undefined, endsAt: undefined };
    case 'around':
      return { from: earlier, to: later, anchor: undefined, endsAt: undefined };
    default:
      return window.direction satisfies never;
  }
};

/** A visit that was missed has a record and no date: nobody knows what came before it. One not yet held has neither. */
const between = (from: string, to: string, chart: Chart): WindowDays | NoDate => {
  const [first, last] = [chart.dateOf(from), chart.dateOf(to)];
  if (first === undefined) return { noDateOf: from };
  if (last !== undefined) return { from: first, to: last, anchor: undefined, endsAt: undefined };
  return chart.recordOf(to) === undefined
    ? { from: first, to: undefined, anchor: undefined, endsAt: to }
    : { noDateOf: to };
};

/** A window's days for one participant, or the point that has no date yet. */
export const daysOf = (window: Window, chart: Chart, here: string | undefined): WindowDays | NoDate => {
  if (window.kind === 'ever') return { from: undefined, to: undefined, anchor: undefined, endsAt: undefined };
  if (window.kind === 'from-to') return between(pointName(window.from, here), pointName(window.to, here), chart);
  const point = pointName(window.point, here);
  const date = chart.dateOf(point);
  return date === undefined ? { noDateOf: point } : within(window, point, date);
};

/** "11 weeks before", "5 days after", "on the day of": how far one day lies from another. */
export const distance = (day: Day, anchor: Day): string => {
  const days = Math.abs(anchor - day);
  if (days === 0) return 'on the day of';
  const size =
    days % 7 === 0 ? writeDuration({ count: days / 7, unit: 'week' }) : writeDuration({ count: days, unit: 'day' });
  return `${size} ${day < anchor ? 'before' : 'after'}`;
};

/** The first day on which a point would have what ended on `last` behind its window. */
export const firstDayBeyond = (last: Day, most: Duration): Day => {
  let day = addDuration(last, most);
  while (subtractDuration(day, most) <= last) day += 1;
  while (subtractDuration(day - 1, most) > last) day -= 1;
  return day;
};

/**
 * The first day, from the anchor on, with none of these in the window before it; undefined when one goes on. What begins
 * after the anchor counts too: the window would move over it.
 */
export const firstDayWithout = (
  found: readonly { readonly from: PartialDate; readonly to: PartialDate | undefined }[],
  anchor: NonNullable<WindowDays['anchor']>,
): Day | undefined => {
  const { most } = anchor;
  let day = anchor.date.last;
  for (;;) {
    const earliest = subtractDuration(day, most);
    const held = found.filter(({ from, to }) => from.first <= day && (to === undefined || to.last >= earliest));
    const last = held.map(({ to }) => to?.last);
    if (last.length === 0) return day;
    if (last.includes(undefined)) return undefined;
    day = Math.max(...last.map((each) => firstDayBeyond(each ?? day, most)));
  }
};
