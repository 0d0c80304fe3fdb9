import { divideRanges, exactly, type Range, scaleRange, subtractRanges } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';

const hundred = rational(100);

/**
 * By how many percent a value lies above (below, when negative) its anchor: 100·value/anchor − 100, so that an anchor
 * known in part is used once. Where the anchor may be zero nothing is known.
 */
export const computePercentChange = (value: Range, anchor: Range): Range =>
  subtractRanges(scaleRange(divideRanges(value, anchor), hundred), exactly(hundred));
