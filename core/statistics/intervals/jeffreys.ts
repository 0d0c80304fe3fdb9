import betaincinv from '@stdlib/math-base-special-betaincinv';
import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';

export interface JeffreysInterval {
  readonly method: 'jeffreys/1';
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, equal tails';
    readonly prior: 'Beta(1/2, 1/2)';
    readonly ends: '0 without events, 1 without others';
  };
}

/**
 * Jeffreys interval of one proportion (`brown2001`): quantiles of the Beta(x + 1/2, n − x + 1/2) distribution, its lower
 * end put to 0 without events and its upper end to 1 when everybody had one. Near the nominal coverage on average, not
 * always above it: Clopper-Pearson's is the exact one. Against R's qbeta to 1e-12 (`evidence/oracles/jeffreys`).
 * Refuses counts that are no counts, no participants, a confidence outside 0 … 1.
 */
export const computeJeffreys = (counts: Counts, confidence = 0.95): JeffreysInterval | NotEstimable => {
  const refusal = refuseCounts([counts], confidence);
  if (refusal !== undefined) return refusal;
  const { events, of } = counts;
  const tail = (1 - confidence) / 2;
  const [a, b] = [events + 0.5, of - events + 0.5];
  return {
    method: 'jeffreys/1',
    estimate: events / of,
    lower: events === 0 ? 0 : betaincinv(tail, a, b),
    upper: events === of ? 1 : betaincinv(tail, a, b, true),
    conventions: {
      confidence,
      sides: 'two-sided, equal tails',
      prior: 'Beta(1/2, 1/2)',
      ends: '0 without events, 1 without others',
    },
  };
};
