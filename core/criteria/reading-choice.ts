import type { Evidence } from '#core/measures/measured.ts';
import { addRanges, everything, exactly, highest, lowest, type Range, scaleRange } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';
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

/** The reading at one end of time: what lies open beyond it may be it instead. */
const atEnd = (ordered: readonly Reading[], value: Chosen): Worth => {
  const place = ordered.findIndex(({ isRead }) => isRead);
  const reached = place < 0 ? ordered : ordered.slice(0, place + 1);
  const [only, ...others] = reached;
  if (only === undefined) return none(value);
  return others.length === 0 ? gathered(only.worth.range, [only]) : gathered(everything, reached);
};

const meanOf = (readings: readonly Reading[]): Range => {
  const total = readings.reduce((sum, { worth }) => addRanges(sum, worth.range), exactly(zero));
  return scaleRange(total, rational(1, readings.length));
};

/**
 * The latest, first, highest, lowest or mean of some readings, which come in the order of time. While one is open the latest and first are known only
 * where the open one lies beyond them, the mean is not, and the highest and lowest have one bound.
 */
export const chooseReading = (value: Chosen, readings: readonly Reading[]): Worth => {
  if (readings.length === 0) return none(value);
  const ranges = readings.map(({ worth }) => worth.range);
  switch (value.choice) {
    case 'latest':
      return atEnd(readings.toReversed(), value);
    case 'first':
      return atEnd(readings, value);
    case 'highest':
      return gathered(highest(ranges), readings);
    case 'lowest':
      return gathered(lowest(ranges), readings);
    case 'mean':
      return gathered(readings.every(({ isRead }) => isRead) ? meanOf(readings) : everything, readings);
    default:
      return value.choice satisfies never;
  }
};
