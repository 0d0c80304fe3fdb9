/** Probabilities of the whole numbers low, low + 1, …, up to a common factor: `weights[i]` belongs to low + i. */
export interface Weights {
  readonly low: number;
  readonly weights: Float64Array;
}

/**
 * The weights of a distribution with one peak, from the ratios of neighbours, starting with 1 at the mode. No factorials
 * and no logarithms: each weight carries only the rounding of its ratios, and nothing overflows. Weights below 1e-308 of
 * the largest read 0. `ratio(k)` is P(k + 1) / P(k).
 */
export const weightsFromMode = (low: number, high: number, mode: number, ratio: (k: number) => number): Weights => {
  const weights = new Float64Array(high - low + 1);
  weights[mode - low] = 1;
  for (let k = mode, weight = 1; k < high && weight > 0; k += 1) {
    weight *= ratio(k);
    weights[k + 1 - low] = weight;
  }
  for (let k = mode - 1, weight = 1; k >= low && weight > 0; k -= 1) {
    weight /= ratio(k);
    weights[k - low] = weight;
  }
  return { low, weights };
};

/** The share of the weights of those numbers k for which `holds(k, weight)`; small weights are added first. */
export const shareOf = ({ low, weights }: Weights, holds: (k: number, weight: number) => boolean): number => {
  let [inside, outside] = [0, 0];
  const add = (index: number): void => {
    const weight = weights[index] ?? 0;
    if (holds(low + index, weight)) inside += weight;
    else outside += weight;
  };
  // From both ends inwards: the peak is added last, so that a small tail keeps its digits.
  let [left, right] = [0, weights.length - 1];
  while (left < right) add((weights[left] ?? 0) <= (weights[right] ?? 0) ? left++ : right--);
  add(left);
  return inside / (inside + outside);
};
