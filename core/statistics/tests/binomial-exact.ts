import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { binomialWeights } from '../distributions/binomial.ts';
import { shareOf } from '../distributions/weights.ts';

export interface BinomialExact {
  readonly method: 'binomial-exact/1';
  /** Every number of events at most as probable as the observed one. */
  readonly twoSided: number;
  /** The proportion is above that of the hypothesis. */
  readonly greater: number;
  readonly less: number;
  readonly conventions: {
    readonly hypothesis: number;
    readonly twoSided: 'counts not more probable than the observed one';
    readonly tieTolerance: number;
  };
}

const tieTolerance = 1e-7;

/**
 * Exact test of one proportion against a fixed one, `hypothesis` (`clopper1934`): of a single arm against a historical rate. The
 * one-sided p agrees with the Clopper-Pearson interval; the two-sided adds up counts by their probability, as R does, and may
 * disagree with it at the border. 12 of 20 against 1/2: two-sided 0.5034. Against R's binom.test to 1e-12
 * (`evidence/oracles/binomial-exact`). Refuses counts that are no counts, no participants, a hypothesis outside 0 … 1.
 */
export const testBinomialExact = (
  counts: Counts,
  hypothesis: number,
): BinomialExact | NotEstimable<CountsProblem | 'hypothesis not between 0 and 1'> => {
  const refusal = refuseCounts([counts]);
  if (refusal !== undefined) return refusal;
  if (!(hypothesis > 0 && hypothesis < 1)) return { notEstimable: 'hypothesis not between 0 and 1' };
  const numbers = binomialWeights(counts.of, hypothesis);
  const observed = numbers.weights[counts.events] ?? 0;
  return {
    method: 'binomial-exact/1',
    twoSided: shareOf(numbers, (_, weight) => weight <= observed * (1 + tieTolerance)),
    greater: shareOf(numbers, (k) => k >= counts.events),
    less: shareOf(numbers, (k) => k <= counts.events),
    conventions: { hypothesis, twoSided: 'counts not more probable than the observed one', tieTolerance },
  };
};
