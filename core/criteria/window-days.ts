import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { addDuration, type Duration, subtractDuration, writeDuration } from '#core/quantities/duration.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Chart } from './chart.ts';
import { pointName } from './point-name.ts';
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
  const { least, most, direction } = window;
  const earlier = (by: Duration) => shifted(date, (day) => subtractDuration(day, by));
  const later = (by: Duration) => shifted(date, (day) => addDuration(day, by));
  // Only a window that reaches up to its point moves past a record as the point does.
  const anchor = least === undefined && direction === 'before' ? { point, date, most } : undefined;
  switch (direction) {
    case 'before':
      return { from: earlier(most), to: least === undefined ? date : earlier(least), anchor, endsAt: undefined };
    case 'after':
      return { from: least === undefined ? date : later(least), to: later(most), anchor, endsAt: undefined };
    case 'around':
      return { from: earlier(most), to: later(most), anchor, endsAt: undefined };
    default:
      return direction satisfies never;
  }
};

const beyond = ({ least, direction }: Extract<Window, { kind: 'beyond' }>, date: PartialDate): WindowDays => {
  const open = { anchor: undefined, endsAt: undefined };
  return direction === 'before'
    ? { from: undefined, to: shifted(date, (day) => subtractDuration(day, least)), ...open }
    : { from: shifted(date, (day) => addDuration(day, least)), to: undefined, ...open };
};

/**
 * A visit that was missed has a record and no date: the window ends on one of the days on which it was due. One not yet
 * held has neither.
 */
const between = (from: string, to: string, chart: Chart): WindowDays | NoDate => {
  const [first, last] = [chart.dateOf(from), chart.dateOf(to)];
  if (first === undefined) return { noDateOf: from };
  if (last !== undefined) return { from: first, to: last, anchor: undefined, endsAt: undefined };
  if (chart.recordOf(to) === undefined) return { from: first, to: undefined, anchor: undefined, endsAt: to };
  const due = chart.dueOn(to);
  return due === undefined ? { noDateOf: to } : { from: first, to: due, anchor: undefined, endsAt: undefined };
};

/** A window's days for one participant, or the point that has no date yet. */
export const daysOf = (window: Window, chart: Chart, here: string | undefined): WindowDays | NoDate => {
  if (window.kind === 'ever') return { from: undefined, to: undefined, anchor: undefined, endsAt: undefined };
  if (window.kind === 'from-to') return between(pointName(window.from, here), pointName(window.to, here), chart);
  const point = pointName(window.point, here);
  const date = chart.dateOf(point);
  if (date === undefined) return { noDateOf: point };
  switch (window.kind) {
    case 'within':
      return within(window, point, date);
    case 'beyond':
      return beyond(window, date);
    case 'on':
      return { from: date, to: date, anchor: undefined, endsAt: undefined };
    default:
      return window satisfies never;
  }
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
