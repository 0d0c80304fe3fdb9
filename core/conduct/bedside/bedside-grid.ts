import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { GivenDose, Participant, StandingReading } from '#core/conduct/participant.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { type Rational, subtract } from '#core/quantities/rational.ts';
import type { WatchDefinition } from '#core/study/schema-watch.ts';
import { minutesBetween } from './clock-time.ts';
import { type WatchPoint, watchPoints } from './watch-points.ts';

/** One measure at one moment, and how far it is from the reading before the dose. */
export interface BedsideValue {
  readonly item: string;
  readonly entry: ItemEntry | undefined;
  /** In the unit of the reading; undefined where either is missing, no number, or in another unit. */
  readonly change: Rational | undefined;
  readonly record: string | undefined;
}

/** One moment of the plan. */
export interface BedsideRow {
  readonly point: WatchPoint;
  /** Minutes from the planned moment, below zero for early; undefined where it or the course is not known. */
  readonly minutesOff: number | undefined;
  readonly status: 'on time' | 'off time' | 'time not known' | 'not done';
  readonly values: readonly BedsideValue[];
}

const usualMinutesOff = 5;

const numberOf = (entry: ItemEntry | undefined): Rational | undefined => {
  const decimal = entry && readDecimal(entry.value);
  return decimal && rationalOf(decimal);
};

const changeFrom = (before: ItemEntry | undefined, now: ItemEntry | undefined): Rational | undefined => {
  const [first, last] = [numberOf(before), numberOf(now)];
  if (first === undefined || last === undefined || before?.unit !== now?.unit) return undefined;
  return subtract(last, first);
};

/** How far a reading is from its moment: before the dose any time before the start is on time. */
const minutesOff = (point: WatchPoint, reading: StandingReading, given: GivenDose): number | undefined => {
  const { course, on } = given;
  if (course === undefined) return undefined;
  const { started, stopped, stoppedOn = on } = course;
  if (point.from === 'before') {
    const late = minutesBetween({ on, at: started }, reading);
    return late === undefined ? undefined : Math.max(0, late);
  }
  const since = point.from === 'start' ? { on, at: started } : { on: stoppedOn, at: stopped };
  const minutes = minutesBetween(since, reading);
  return minutes === undefined ? undefined : minutes - point.minutes;
};

const statusOf = (off: number | undefined, watch: WatchDefinition): BedsideRow['status'] => {
  if (off === undefined) return 'time not known';
  return Math.abs(off) <= (watch['minutes late'] ?? usualMinutesOff) ? 'on time' : 'off time';
};

/**
 * Every moment of a watch around one administration, with what was read, how far from its time and how far from the
 * reading before the dose. Moments while it runs that lie after its end are left out: it was shorter than planned.
 */
export const bedsideGrid = (
  watch: WatchDefinition,
  { bedside }: Pick<Participant, 'bedside'>,
  given: GivenDose,
): readonly BedsideRow[] => {
  const { dose, number, course, on } = given;
  const readings = bedside.filter((each) => each.dose === dose && each.number === number);
  const at = (point: string): StandingReading | undefined => readings.find((each) => each.point === point);
  const entryOf = (reading: StandingReading | undefined, item: string): ItemEntry | undefined =>
    reading?.items.find((each) => each.item === item);
  const length =
    course && minutesBetween({ on, at: course.started }, { on: course.stoppedOn ?? on, at: course.stopped });
  const isPast = ({ from, minutes }: WatchPoint): boolean =>
    from === 'start' && length !== undefined && minutes > length;
  return watchPoints(watch)
    .filter((point) => !isPast(point) || at(point.id) !== undefined)
    .map((point) => {
      const reading = at(point.id);
      const off = reading && minutesOff(point, reading, given);
      return {
        point,
        minutesOff: off,
        status: reading === undefined ? 'not done' : statusOf(off, watch),
        values: watch.measures.map((item) => {
          const entry = entryOf(reading, item);
          const change = point.from === 'before' ? undefined : changeFrom(entryOf(at('before'), item), entry);
          return { item, entry, change, record: reading?.record };
        }),
      };
    });
};
