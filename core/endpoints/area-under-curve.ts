import { addRanges, exactly, isExact, type Range, scaleRange } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';

/** A value on a day; days count from anywhere, as long as it is the same for all. */
export interface DatedRange {
  readonly day: number;
  readonly range: Range;
}

/** `ok`: one number. `partial`: bounds, since values are missing or known in part. */
export type Area =
  | { readonly status: 'ok' | 'partial'; readonly total: Range; readonly average: Range; readonly days: number }
  | { readonly status: 'not evaluable'; readonly why: 'fewer than two days' | 'two values on one day' };

/** Half of the days to the neighbours on either side: what each value weighs in the sum of the trapezoids. */
const weights = (days: readonly number[]): readonly number[] =>
  days.map((day, index) => ((days[index + 1] ?? day) - (days[index - 1] ?? day)) / 2);

/**
 * The area under a curve by trapezoids over the days on which it was measured (unit of the value times a day), and its
 * average over time (the area by the days). A value known in part, or missing and between the bounds of its scale, gives
 * bounds; everything is exact rational arithmetic, with each value used once. Refused for fewer than two days, and for
 * two values on one day, of which the caller has to choose.
 */
export const computeArea = (values: readonly DatedRange[]): Area => {
  const sorted = values.toSorted((a, b) => a.day - b.day);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 2)
    return { status: 'not evaluable', why: 'fewer than two days' };
  const days = sorted.map(({ day }) => day);
  if (new Set(days).size < days.length) return { status: 'not evaluable', why: 'two values on one day' };
  const weight = weights(days);
  const total = sorted.reduce(
    (sum, { range }, index) => addRanges(sum, scaleRange(range, rational(2 * (weight[index] ?? 0), 2))),
    exactly(zero),
  );
  const length = last.day - first.day;
  const average = scaleRange(total, rational(1, length));
  return { status: isExact(total) ? 'ok' : 'partial', total, average, days: length };
};
