import type { Evidence } from '#core/measures/measured.ts';
import {
  addRanges,
  everything,
  exactly,
  highest,
  hull,
  lowest,
  type Range,
  scaleRange,
} from '#core/quantities/range.ts';
import { compare, rational, zero } from '#core/quantities/rational.ts';
import type { Reading } from './readings.ts';
import type { Value } from './syntax.ts';
import type { Worth } from './worth.ts';

type Chosen = Extract<Value, { kind: 'reading' }>;

/** Several readings of one measure are told apart by their dates; a course that spans them is said once. */
const dated = ({ date, worth }: Reading): readonly Evidence[] =>
  worth.evidence.map((each) =>
    each.date === date?.written ? { ...each, written: `${each.written} on ${each.date}` } : each,
  );

const once = (evidence: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(evidence.map((each) => [`${each.record} ${each.written}`, each])).values(),
];

const gathered = (range: Range, readings: readonly Reading[]): Worth => ({
  range,
  evidence: once(readings.filter(({ isRead }) => isRead).flatMap(dated)),
  missing: readings.flatMap(({ worth }) => worth.missing),
});

const none = ({ measure, choice }: Chosen): Worth => ({
  range: everything,
  evidence: [],
  missing: [{ kind: 'item', item: `a reading of ${measure} (${choice})`, point: '', why: 'not recorded' }],
});

const rangeOf = ({ worth }: Reading): Range => worth.range;

/**
 * The reading at one end of time: what is open beyond it, or may lie outside the window, may be it or not. What lies
 * furthest would settle it alone, and is all that is asked for.
 */
const atEnd = (ordered: readonly Reading[]): Worth => {
  const place = ordered.findIndex(({ isRead, mayBeOutside }) => isRead && !mayBeOutside);
  const reached = place < 0 ? ordered : ordered.slice(0, place + 1);
  return { ...gathered(reached.map(rangeOf).reduce(hull), reached), missing: reached[0]?.worth.missing ?? [] };
};

const withoutLow = (range: Range): Range => ({ ...range, low: undefined, lowOpen: true });
const withoutHigh = (range: Range): Range => ({ ...range, high: undefined, highOpen: true });

/** A reading that may lie outside can raise the highest and lower the lowest; it holds up neither. */
const extreme = (readings: readonly Reading[], choice: 'highest' | 'lowest'): Worth => {
  const [most, without] = choice === 'highest' ? ([highest, withoutLow] as const) : ([lowest, withoutHigh] as const);
  const ranges = readings.map(({ worth, mayBeOutside }) => (mayBeOutside ? without(worth.range) : worth.range));
  return gathered(most(ranges), readings);
};

const meanOf = (ranges: readonly Range[]): Range =>
  scaleRange(ranges.reduce(addRanges, exactly(zero)), rational(1, ranges.length));

/** In the order of one end. Where one is not known the bound of the mean is not known either, in whatever order. */
const byEnd =
  (end: 'low' | 'high') =>
  ({ [end]: a }: Range, { [end]: b }: Range): number =>
    a === undefined || b === undefined ? 0 : compare(a, b);

/**
 * The mean with any of those that may lie outside. It is least with so many of the lowest of them, and greatest with so
 * many of the highest: each number of them is tried.
 */
const mean = (readings: readonly Reading[]): Range => {
  const certain = readings.filter(({ mayBeOutside }) => !mayBeOutside).map(rangeOf);
  const uncertain = readings.filter(({ mayBeOutside }) => mayBeOutside).map(rangeOf);
  const fromLow = uncertain.toSorted(byEnd('low'));
  const fromHigh = uncertain.toSorted(byEnd('high')).toReversed();
  const means = [fromLow, fromHigh].flatMap((others) =>
    [...others, undefined].map((_, count) => meanOf([...certain, ...others.slice(0, count)])),
  );
  return means.reduce(hull);
};

/**
 * The latest, first, highest, lowest or mean of some readings, which come in the order of time. What is open leaves the
 * mean unknown, and the latest and first where it lies beyond them; of the highest and lowest it leaves one bound. A
 * reading that may lie outside the window counts both ways. If all may, there may be none, and nothing is known.
 */
export const chooseReading = (value: Chosen, readings: readonly Reading[]): Worth => {
  if (readings.length === 0) return none(value);
  if (readings.every(({ mayBeOutside }) => mayBeOutside)) return gathered(everything, readings);
  switch (value.choice) {
    case 'latest':
      return atEnd(readings.toReversed());
    case 'first':
      return atEnd(readings);
    case 'highest':
    case 'lowest':
      return extreme(readings, value.choice);
    case 'mean':
      return gathered(mean(readings), readings);
    default:
      return value.choice satisfies never;
  }
};
