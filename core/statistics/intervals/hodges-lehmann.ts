import type { NotEstimable } from '../counts.ts';
import { medianOf } from '../descriptive/quantile.ts';
import type { IntervalEnds } from '../descriptive/summary.ts';
import { sumOfChosen, sumOfSigned } from '../tests/shift-algorithm.ts';
import { refuseValues, type ValuesProblem } from '../values.ts';

export interface HodgesLehmann {
  readonly method: 'hodges-lehmann/1' | 'hodges-lehmann-paired/1';
  readonly estimate: number;
  /** Absent where the samples are too small for any interval of that confidence, or too large for an exact one. */
  readonly interval?: IntervalEnds & { readonly achievedConfidence: number };
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0' | 'change - 0';
    readonly interval: 'order statistics, exact without ties and conservative with them';
  };
}

/** Above so many values in a sample there is no exact interval. */
const mostValues = 100;

/** From the k-th smallest to the k-th largest, k as large as the confidence allows; `chances` are those of a rank count. */
const orderInterval = (
  sorted: readonly number[],
  chances: Float64Array,
  confidence: number,
): HodgesLehmann['interval'] | undefined => {
  let [k, below] = [0, 0];
  while (below + (chances[k] ?? 1) <= (1 - confidence) / 2) {
    below += chances[k] ?? 0;
    k += 1;
  }
  const [lower, upper] = [sorted[k - 1], sorted[sorted.length - k]];
  return lower === undefined || upper === undefined ? undefined : { lower, upper, achievedConfidence: 1 - 2 * below };
};

const answer = (
  method: HodgesLehmann['method'],
  direction: HodgesLehmann['conventions']['direction'],
  differences: readonly number[],
  chances: Float64Array | undefined,
  confidence: number,
): HodgesLehmann => {
  const sorted = differences.toSorted((a, b) => a - b);
  const interval = chances && orderInterval(sorted, chances, confidence);
  return {
    method,
    estimate: medianOf(sorted),
    ...(interval && { interval }),
    conventions: {
      confidence,
      direction,
      interval: 'order statistics, exact without ties and conservative with them',
    },
  };
};

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/**
 * Shift between two samples, arm 1 − arm 0: the median of all pairwise differences, with the interval of order statistics
 * that inverts the rank sum test (`hodges1963`, `hollander2014` 4.3). In the unit of the values; no rounding. Against R's
 * median of outer differences and qwilcox to 1e-9 (public oracle `wilcoxon`; `evidence/oracles/rank-tests`).
 * Refuses an empty arm, values that are no numbers, a confidence outside 0 … 1.
 */
export const estimateShift = (
  arm1: readonly number[],
  arm0: readonly number[],
  confidence = 0.95,
): HodgesLehmann | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([arm1, arm0], 1, confidence);
  if (refusal !== undefined) return refusal;
  const [n1, n0] = [arm1.length, arm0.length];
  const exact = Math.max(n1, n0) <= mostValues;
  // Rank sums of arm 1 start at 1 + 2 + … + n1: from there on they count pairs.
  const chances = exact ? sumOfChosen(upTo(n1 + n0), n1).slice((n1 * (n1 + 1)) / 2) : undefined;
  const differences = arm1.flatMap((one) => arm0.map((other) => one - other));
  return answer('hodges-lehmann/1', 'arm 1 - arm 0', differences, chances, confidence);
};

/**
 * Centre of changes within participants: the median of all means of two changes, each also with itself (pseudomedian), with
 * the interval that inverts the signed rank test (`hodges1963`, `hollander2014` 3.2). Zeros stay in.
 */
export const estimateCentre = (
  changes: readonly number[],
  confidence = 0.95,
): HodgesLehmann | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([changes], 1, confidence);
  if (refusal !== undefined) return refusal;
  const chances = changes.length <= mostValues ? sumOfSigned(upTo(changes.length)) : undefined;
  const means = changes.flatMap((one, i) => changes.slice(i).map((other) => (one + other) / 2));
  return answer('hodges-lehmann-paired/1', 'change - 0', means, chances, confidence);
};
