import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { binomialProbabilities } from '../distributions/binomial.ts';
import { weightsFromMode } from '../distributions/weights.ts';
import type { TwoStageDesign } from './simon-two-stage.ts';

/** How a two-stage trial ended: after which stage, with how many responses in all. */
export interface TwoStageOutcome {
  readonly stage: 1 | 2;
  readonly responses: number;
}

export interface TwoStageEstimate {
  readonly method: 'two-stage-estimate/1';
  /** Responses over participants: biased towards a low rate, since bad luck stops early. */
  readonly naive: number;
  /** The unbiased estimate of least variance. */
  readonly unbiased: number;
  readonly lower: number;
  readonly upper: number;
  /** Chance, at p0, of an outcome at least as good. */
  readonly oneSided: number;
  readonly conventions: {
    readonly confidence: number;
    readonly order: 'stage, then responses';
    readonly sides: 'two-sided, equal tails';
  };
}

export type TwoStageProblem =
  | 'outcome that the design does not have'
  | 'proportion not between 0 and 1'
  | 'confidence not between 0 and 1';

type Cuts = Pick<TwoStageDesign, 'r1' | 'n1' | 'n'>;

const isPossible = ({ r1, n1, n }: Cuts, { stage, responses }: TwoStageOutcome): boolean => {
  if (![r1, n1, n, responses].every(Number.isInteger) || !(r1 >= 0 && r1 < n1 && n1 < n)) return false;
  return stage === 1 ? responses >= 0 && responses <= r1 : responses > r1 && responses <= n;
};

/** P(an outcome at least as good), the stage counting before the responses. Rises with p. */
const chanceFrom = ({ r1, n1, n }: Cuts, { stage, responses }: TwoStageOutcome, p: number): number => {
  const [first, second] = [binomialProbabilities(n1, p), binomialProbabilities(n - n1, p)];
  let sum = 0;
  first.forEach((chance, x) => {
    if (stage === 1) sum += x >= responses ? chance : 0;
    else if (x > r1) {
      second.forEach((more, y) => {
        if (x + y >= responses) sum += chance * more;
      });
    }
  });
  return Math.min(1, sum);
};

/** The outcome that is next better; undefined for the best of all. */
const nextBetter = ({ r1, n }: Cuts, { stage, responses }: TwoStageOutcome): TwoStageOutcome | undefined => {
  if (stage === 1) return responses < r1 ? { stage, responses: responses + 1 } : { stage: 2, responses: r1 + 1 };
  return responses < n ? { stage, responses: responses + 1 } : undefined;
};

/**
 * Of all ways to the same number of responses, the mean share of responders in stage 1: unbiased, and of least
 * variance.
 */
const unbiasedOf = ({ r1, n1, n }: Cuts, { stage, responses }: TwoStageOutcome): number => {
  if (stage === 1) return responses / n1;
  const n2 = n - n1;
  const [low, high] = [Math.max(r1 + 1, responses - n2), Math.min(n1, responses)];
  const ratio = (x: number): number => ((n1 - x) / (x + 1)) * ((responses - x) / (n2 - responses + x + 1));
  let mode = low;
  while (mode < high && ratio(mode) > 1) mode += 1;
  const { weights } = weightsFromMode(low, high, mode, ratio);
  let [sum, all] = [0, 0];
  weights.forEach((weight, index) => {
    sum += weight * (low + index);
    all += weight;
  });
  return sum / all / n1;
};

/**
 * Response rate after a two-stage trial of one arm that stops early with at most r1 responses of n1: the unbiased
 * estimate (`jung2004`), the exact interval and the one-sided p value by the order of stages (`koyama2008`). Counts as
 * in the design, also where the trial was not Simon's. By hand, r1 = 0, n1 = 1, n = 2: a first response and no second
 * is 1, not ½. Against an enumeration in R to 1e-9 (`evidence/oracles/single-arm`). Refuses an outcome that the design
 * cannot have.
 */
export const estimateTwoStage = (
  cuts: Cuts,
  outcome: TwoStageOutcome,
  p0: number,
  confidence = 0.95,
): TwoStageEstimate | NotEstimable<TwoStageProblem> => {
  if (!isPossible(cuts, outcome)) return { notEstimable: 'outcome that the design does not have' };
  if (!(p0 > 0 && p0 < 1)) return { notEstimable: 'proportion not between 0 and 1' };
  if (!(confidence > 0 && confidence < 1)) return { notEstimable: 'confidence not between 0 and 1' };
  const tail = (1 - confidence) / 2;
  const isWorst = outcome.stage === 1 && outcome.responses === 0;
  const better = nextBetter(cuts, outcome);
  return {
    method: 'two-stage-estimate/1',
    naive: outcome.responses / (outcome.stage === 1 ? cuts.n1 : cuts.n),
    unbiased: unbiasedOf(cuts, outcome),
    lower: isWorst ? 0 : turningPoint(0, 1, (p) => chanceFrom(cuts, outcome, p) < tail),
    upper: better === undefined ? 1 : turningPoint(0, 1, (p) => 1 - chanceFrom(cuts, better, p) > tail),
    oneSided: chanceFrom(cuts, outcome, p0),
    conventions: { confidence, order: 'stage, then responses', sides: 'two-sided, equal tails' },
  };
};
