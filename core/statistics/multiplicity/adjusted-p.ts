import type { NotEstimable } from '../counts.ts';

/** How a family of hypotheses shares one error rate. `Hochberg` and `Hommel` need positively dependent tests. */
export type Adjustment = 'Bonferroni' | 'Holm' | 'Hochberg' | 'Hommel' | 'Benjamini-Hochberg' | 'fixed sequence';

export interface AdjustedP {
  readonly method: 'adjusted-p/1';
  /** In the order of the hypotheses; rejected at a level where at most that. */
  readonly adjusted: readonly number[];
  readonly conventions: {
    readonly adjustment: Adjustment;
    readonly controls: 'family-wise error rate' | 'false discovery rate';
  };
}

export type PValuesProblem = 'no hypotheses' | 'p value not between 0 and 1';

/** The first thing that keeps these p values from being adjusted. */
export const refusePValues = (p: readonly number[]): NotEstimable<PValuesProblem> | undefined => {
  if (p.length === 0) return { notEstimable: 'no hypotheses' };
  return p.every((value) => value >= 0 && value <= 1) ? undefined : { notEstimable: 'p value not between 0 and 1' };
};

const runningMax = (values: readonly number[]): readonly number[] => {
  let max = 0;
  return values.map((value) => {
    max = Math.max(max, value);
    return max;
  });
};

const runningMin = (values: readonly number[]): readonly number[] => {
  let min = 1;
  return values.map((value) => {
    min = Math.min(min, value);
    return min;
  });
};

/**
 * Simes' p of subsets: for each size m, the largest subset against which each hypothesis has to hold (`hommel1988`).
 */
const hommel = (sorted: readonly number[]): readonly number[] => {
  const n = sorted.length;
  const simes = (values: readonly number[], from: number, m: number): number =>
    Math.min(...values.map((value, index) => (m * value) / (index + from)));
  let adjusted = sorted.map(() => simes(sorted, 1, n));
  for (let m = n - 1; m >= 2; m -= 1) {
    const largest = simes(sorted.slice(n - m + 1), 2, m);
    const small = sorted.slice(0, n - m + 1).map((value) => Math.min(m * value, largest));
    adjusted = adjusted.map((value, index) => Math.max(value, small[index] ?? small.at(-1) ?? 0));
  }
  return adjusted.map((value, index) => Math.max(value, sorted[index] ?? 0));
};

/** Adjusts p values that rise. */
const adjustSorted = (
  sorted: readonly number[],
  adjustment: Exclude<Adjustment, 'fixed sequence'>,
): readonly number[] => {
  const n = sorted.length;
  const fromLargest = (factor: (index: number) => number): readonly number[] =>
    runningMin(sorted.map((value, index) => value * factor(index)).toReversed()).toReversed();
  switch (adjustment) {
    case 'Bonferroni':
      return sorted.map((value) => value * n);
    case 'Holm':
      return runningMax(sorted.map((value, index) => value * (n - index)));
    case 'Hochberg':
      return fromLargest((index) => n - index);
    case 'Hommel':
      return hommel(sorted);
    case 'Benjamini-Hochberg':
      return fromLargest((index) => n / (index + 1));
    default:
      throw new Error(`adjusted p: no adjustment ${adjustment satisfies never}`);
  }
};

/**
 * p values that may be compared with the level of the whole family, in the order given: Bonferroni, Holm (`holm1979`),
 * Hochberg (`hochberg1988`), Hommel (`hommel1988`), Benjamini–Hochberg (`benjamini1995`), and the fixed sequence, in
 * which a hypothesis is tested only when all before it were rejected (`maurer1995`). Never above 1; no rounding. By
 * hand, Holm of .01, .04, .03: .03, .06, .06. Against R's p.adjust to 1e-14 (public oracle `p_adjust`;
 * `evidence/oracles/adjusted-p`).
 */
export const adjustP = (p: readonly number[], adjustment: Adjustment): AdjustedP | NotEstimable<PValuesProblem> => {
  const refusal = refusePValues(p);
  if (refusal !== undefined) return refusal;
  const controls = adjustment === 'Benjamini-Hochberg' ? 'false discovery rate' : 'family-wise error rate';
  const told = (adjusted: readonly number[]): AdjustedP => ({
    method: 'adjusted-p/1',
    adjusted: adjusted.map((value) => Math.min(1, value)),
    conventions: { adjustment, controls },
  });
  if (adjustment === 'fixed sequence') return told(runningMax(p));
  const order = p.map((_, index) => index).toSorted((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
  const sorted = adjustSorted(
    order.map((index) => p[index] ?? 0),
    adjustment,
  );
  return told(p.map((_, index) => sorted[order.indexOf(index)] ?? 1));
};
