import { hypergeometricWeights } from '../distributions/hypergeometric.ts';

/** How extreme each table of two arms is: `extremity[x1][x0]`, smaller where it speaks more against the hypothesis. */
export type TableOrder = readonly Float64Array[];

/** Tables count as equally extreme up to this relative difference. */
export const orderTolerance = 1e-7;

/** An order of all tables with n1 and n0 participants, from what is said of each. */
export const orderTables = (n1: number, n0: number, extremity: (x1: number, x0: number) => number): TableOrder =>
  Array.from({ length: n1 + 1 }, (_, x1) => Float64Array.from({ length: n0 + 1 }, (_, x0) => extremity(x1, x0)));

const highest = (threshold: number): number => threshold + Math.abs(threshold) * orderTolerance;

/** Whether a table belongs to those at most as extreme in value as the threshold, ties included. */
export const isInRegion = (order: TableOrder, threshold: number, x1: number, x0: number): boolean =>
  (order[x1]?.[x0] ?? Number.POSITIVE_INFINITY) <= highest(threshold);

/**
 * The chance, given each total number of events, that the table belongs to the region up to `threshold`. With these
 * shares the chance at a common proportion is a sum over totals, N + 1 terms in place of (n1 + 1)(n0 + 1).
 */
export const regionShares = (order: TableOrder, threshold: number): Float64Array => {
  const [n1, n0] = [order.length - 1, (order[0]?.length ?? 1) - 1];
  return Float64Array.from({ length: n1 + n0 + 1 }, (_, events) => {
    const { low, weights } = hypergeometricWeights(n1, n0, events);
    let [inside, all] = [0, 0];
    weights.forEach((weight, index) => {
      all += weight;
      if (isInRegion(order, threshold, low + index, events - low - index)) inside += weight;
    });
    return inside / all;
  });
};
