import { turningPoint } from '../bisection.ts';
import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';
import { binomialLowerTail, binomialUpperTail } from '../distributions/binomial.ts';

export interface ProportionInterval {
  readonly method: 'clopper-pearson/1';
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly conventions: { readonly confidence: number; readonly sides: 'two-sided, equal tails' };
}

/**
 * Exact interval of one proportion (`clopper1934`): each end is where the tail beyond the observed count has probability
 * (1 − confidence) / 2. The lower end is exactly 0 without events, the upper exactly 1 when everybody had one; the other
 * end then still leaves out half of 1 − confidence. Against R's binom.test to 1e-12 (`evidence/oracles/clopper-pearson`).
 * Refuses counts that are no counts, no participants, a confidence outside 0 … 1.
 */
export const computeClopperPearson = (counts: Counts, confidence = 0.95): ProportionInterval | NotEstimable => {
  const refusal = refuseCounts([counts], confidence);
  if (refusal !== undefined) return refusal;
  const { events, of } = counts;
  const tail = (1 - confidence) / 2;
  return {
    method: 'clopper-pearson/1',
    estimate: events / of,
    lower: events === 0 ? 0 : turningPoint(0, 1, (p) => binomialUpperTail(events, of, p) < tail),
    upper: events === of ? 1 : turningPoint(0, 1, (p) => binomialLowerTail(events, of, p) > tail),
    conventions: { confidence, sides: 'two-sided, equal tails' },
  };
};
