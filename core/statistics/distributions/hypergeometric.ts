import { type Weights, weightsFromMode } from './weights.ts';

/** Where a falling sequence of ratios passes 1: the first k in low … high whose ratio is at most 1, or high. */
const modeBetween = (low: number, high: number, ratio: (k: number) => number): number => {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (ratio(middle) <= 1) to = middle;
    else from = middle + 1;
  }
  return from;
};

/**
 * How many of the events fall into arm 1 when both margins are given: the hypergeometric distribution, and with an odds
 * ratio other than 1 Fisher's noncentral one (`fisher1935`). Domain: arms of n1 and n0 participants, 0 to n1 + n0 events, odds
 * ratio > 0. The mode is searched, since the ratios of neighbours fall: no formula that rounds.
 */
export const hypergeometricWeights = (n1: number, n0: number, events: number, oddsRatio = 1): Weights => {
  const [low, high] = [Math.max(0, events - n0), Math.min(n1, events)];
  const ratio = (k: number): number => ((n1 - k) / (k + 1)) * ((events - k) / (n0 - events + k + 1)) * oddsRatio;
  return weightsFromMode(low, high, modeBetween(low, high, ratio), ratio);
};

/** The mean of a distribution by its weights. */
export const weightedMean = ({ low, weights }: Weights): number => {
  let [sum, all] = [0, 0];
  weights.forEach((weight, index) => {
    sum += index * weight;
    all += weight;
  });
  return low + sum / all;
};
