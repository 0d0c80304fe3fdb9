import type { NotEstimable } from '../counts.ts';
import { binomialLowerTail, binomialProbabilities } from '../distributions/binomial.ts';
import type { ErrorRates } from './error-rates.ts';
import { refuseSingleArm, type SingleArmHypotheses, type SingleArmProblem } from './single-arm.ts';

/** A trial of one arm that stops early when too few respond. */
export interface TwoStageDesign {
  /** Stop after n1 participants with at most r1 responses. */
  readonly r1: number;
  readonly n1: number;
  /** Not promising with at most r responses of n. */
  readonly r: number;
  readonly n: number;
  /** Expected number of participants, and chance of stopping early, at p0. */
  readonly expectedAtP0: number;
  readonly stopsAtP0: number;
  /** Exact chance of going beyond r at p0, at most alpha, and at p1, at least the power. */
  readonly size: number;
  readonly power: number;
}

export interface SimonDesigns {
  readonly method: 'simon-two-stage/1';
  /** Smallest expected number at p0; then smallest n. */
  readonly optimal: TwoStageDesign;
  /** Smallest n; then smallest expected number at p0. */
  readonly minimax: TwoStageDesign;
  readonly conventions: { readonly alpha: 'one-sided'; readonly stops: 'for futility only' };
}

/** Beyond this a two-stage design is not sought. */
const most = 500;

/** P(X = x), and P(X ≥ x) from 0 to n + 1. */
interface Binomial {
  readonly at: readonly number[];
  readonly from: readonly number[];
}

const binomialOf = (n: number, p: number): Binomial => {
  const at = binomialProbabilities(n, p);
  const from = [0];
  for (const chance of at.toReversed()) from.unshift((from[0] ?? 0) + chance);
  return { at, from };
};

/** Binomial distributions of one chance, each worked out once. */
const binomials = (p: number): ((n: number) => Binomial) => {
  const known: Binomial[] = [];
  return (n) => {
    const found = known[n] ?? binomialOf(n, p);
    known[n] = found;
    return found;
  };
};

/** P(more than r1 responses in stage 1, and more than r in all). */
const passing = (first: Binomial, second: Binomial, r1: number, r: number): number => {
  let sum = 0;
  for (let x = r1 + 1; x < first.at.length; x += 1)
    sum += (first.at[x] ?? 0) * (r < x ? 1 : (second.from[r + 1 - x] ?? 0));
  return sum;
};

/** What all designs of one search have in common; `under` and `above` are the distributions at p0 and p1. */
interface Search {
  readonly hypotheses: SingleArmHypotheses;
  readonly rates: ErrorRates;
  readonly under: (n: number) => Binomial;
  readonly above: (n: number) => Binomial;
}

interface Best {
  optimal?: TwoStageDesign;
  minimax?: TwoStageDesign;
}

/** The smallest r with which a stop at r1 keeps alpha. */
const smallestR = (first: Binomial, second: Binomial, r1: number, n: number, alpha: number): number => {
  let [low, high] = [r1, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passing(first, second, r1, middle) <= alpha) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Takes what a design is best in; sizes come in rising order. */
const keep = (best: Best, design: TwoStageDesign): void => {
  if (best.optimal === undefined || design.expectedAtP0 < best.optimal.expectedAtP0) best.optimal = design;
  const { minimax } = best;
  if (minimax === undefined || (minimax.n === design.n && design.expectedAtP0 < minimax.expectedAtP0)) {
    best.minimax = design;
  }
};

/**
 * Looks through the designs of one n and n1: r1 as large as the power allows, worse than the best so far passed over.
 */
const lookThrough = ({ under, above, rates }: Search, n: number, n1: number, best: Best): void => {
  const [first, second] = [under(n1), under(n - n1)];
  const [first1, second1] = [above(n1), above(n - n1)];
  for (let r1 = 0; r1 < n1 && 1 - (first1.from[r1 + 1] ?? 0) <= 1 - rates.power; r1 += 1) {
    const stopsAtP0 = 1 - (first.from[r1 + 1] ?? 0);
    const expectedAtP0 = n1 + (1 - stopsAtP0) * (n - n1);
    if (best.optimal !== undefined && expectedAtP0 > best.optimal.expectedAtP0 && best.minimax?.n !== n) continue;
    const r = smallestR(first, second, r1, n, rates.alpha);
    const power = passing(first1, second1, r1, r);
    if (power < rates.power) continue;
    keep(best, { r1, n1, r, n, expectedAtP0, stopsAtP0, size: passing(first, second, r1, r), power });
  }
};

/**
 * Beyond this n no design expects fewer than `best` participants: with n1 < best of them in stage 1, and as many
 * stopped as the power allows, the rest still go on.
 */
const lastUseful = (best: number, { hypotheses: { p0, p1 }, rates: { power } }: Search): number => {
  let last = 0;
  for (let n1 = 1; n1 < best; n1 += 1) {
    let r1 = -1;
    while (r1 + 1 < n1 && binomialLowerTail(r1 + 1, n1, p1) <= 1 - power) r1 += 1;
    const goesOn = r1 < 0 ? 1 : 1 - binomialLowerTail(r1, n1, p0);
    last = Math.max(last, goesOn > 0 ? n1 + (best - n1) / goesOn : most);
  }
  return Math.min(most, last);
};

/**
 * Simon's optimal and minimax two-stage designs (`simon1989`), by looking at all of them: no bound on n but the one
 * beyond which none can be better. Exact binomial risks. By Simon's table, .2 against .4 at .05 and .2: optimal 3/13,
 * 12/43, minimax 4/18, 10/33. Against clinfun's ph2simon (public oracle `simon_two_stage`) and an enumeration in R
 * (`evidence/oracles/single-arm`): whole numbers exact, chances to 1e-12. Refuses hypotheses that need more than 500
 * participants. After such a trial the share of responders is biased: see `estimateTwoStage`.
 */
export const designSimon = (
  hypotheses: SingleArmHypotheses,
  rates: ErrorRates,
): SimonDesigns | NotEstimable<SingleArmProblem> => {
  const refusal = refuseSingleArm(hypotheses, rates);
  if (refusal !== undefined) return refusal;
  const search = { hypotheses, rates, under: binomials(hypotheses.p0), above: binomials(hypotheses.p1) };
  const best: Best = {};
  for (let n = 2, last = most; n <= last; n += 1) {
    const useful = best.optimal?.expectedAtP0 ?? n;
    for (let n1 = 1; n1 < n && (n1 <= useful || best.minimax?.n === n); n1 += 1) lookThrough(search, n, n1, best);
    if (best.optimal !== undefined) last = Math.floor(lastUseful(best.optimal.expectedAtP0, search));
  }
  const { optimal, minimax } = best;
  if (optimal === undefined || minimax === undefined) return { notEstimable: 'more participants than looked at' };
  return {
    method: 'simon-two-stage/1',
    optimal,
    minimax,
    conventions: { alpha: 'one-sided', stops: 'for futility only' },
  };
};
