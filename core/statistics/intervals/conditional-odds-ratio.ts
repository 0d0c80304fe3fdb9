import { turningPoint } from '../bisection.ts';
import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { hypergeometricWeights, weightedMean } from '../distributions/hypergeometric.ts';
import { shareOf, type Weights } from '../distributions/weights.ts';
import type { EmptyCell, RatioEnd } from './ratio-end.ts';

export interface ConditionalOddsRatio {
  readonly method: 'conditional-odds-ratio/1';
  /** Most likely odds ratio, arm 1 to arm 0, given both margins: not the ratio of the observed odds. */
  readonly estimate: RatioEnd;
  readonly lower: number;
  readonly upper: RatioEnd;
  readonly conventions: {
    readonly confidence: number;
    readonly sides: 'two-sided, each tail inverted by itself';
    readonly estimate: 'conditional maximum likelihood';
  };
}

// Beyond exp(±700) a double ends; no odds ratio of whole counts and a confidence below 1 − 1e-15 comes near.
const farthest = 700;
const ratioWhere = (holds: (tables: Weights) => boolean, tablesAt: (oddsRatio: number) => Weights): number =>
  Math.exp(turningPoint(-farthest, farthest, (logarithm) => holds(tablesAt(Math.exp(logarithm)))));

/**
 * Odds ratio that belongs to Fisher's test: maximum of the likelihood given both margins, with the exact interval that
 * leaves (1 − confidence) / 2 in each tail (`cornfield1956`, `fisher1935`). The two-sided p of Fisher's test orders tables by
 * their probability, so that at the border it may reject where this interval holds 1: the one-sided p never disagrees.
 * With an empty cell the estimate is 0 or unbounded, and so is one end. Against base R's uniroot at 1e-15 to 1e-11
 * relative (`evidence/oracles/conditional-odds-ratio`); fisher.test itself is good to 1e-3 only.
 * Refuses counts that are no counts, and tables in which nobody or everybody had the event.
 */
export const computeConditionalOddsRatio = (
  arm1: Counts,
  arm0: Counts,
  confidence = 0.95,
): ConditionalOddsRatio | NotEstimable<CountsProblem | EmptyCell> => {
  const refusal = refuseCounts([arm1, arm0], confidence);
  if (refusal !== undefined) return refusal;
  const events = arm1.events + arm0.events;
  if (events === 0) return { notEstimable: 'no events in either arm' };
  if (events === arm1.of + arm0.of) return { notEstimable: 'events in all of both arms' };
  const tablesAt = (oddsRatio: number): Weights => hypergeometricWeights(arm1.of, arm0.of, events, oddsRatio);
  const tail = (1 - confidence) / 2;
  const isLowest = arm1.events === Math.max(0, events - arm0.of);
  const isHighest = arm1.events === Math.min(arm1.of, events);
  const upperTail = (tables: Weights): number => shareOf(tables, (k) => k >= arm1.events);
  const lowerTail = (tables: Weights): number => shareOf(tables, (k) => k <= arm1.events);
  const interior = (): number => ratioWhere((tables) => weightedMean(tables) < arm1.events, tablesAt);
  return {
    method: 'conditional-odds-ratio/1',
    estimate: isLowest ? 0 : isHighest ? 'unbounded' : interior(),
    lower: isLowest ? 0 : ratioWhere((tables) => upperTail(tables) < tail, tablesAt),
    upper: isHighest ? 'unbounded' : ratioWhere((tables) => lowerTail(tables) > tail, tablesAt),
    conventions: {
      confidence,
      sides: 'two-sided, each tail inverted by itself',
      estimate: 'conditional maximum likelihood',
    },
  };
};
