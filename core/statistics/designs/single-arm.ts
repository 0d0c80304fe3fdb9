import type { NotEstimable } from '../counts.ts';
import { binomialUpperTail } from '../distributions/binomial.ts';
import { type ErrorRates, refuseErrorRates, type SizingProblem } from './error-rates.ts';

/** What a single arm tests: a response rate p0 of no interest against one p1 > p0 worth having. */
export interface SingleArmHypotheses {
  readonly p0: number;
  readonly p1: number;
}

export type SingleArmProblem = SizingProblem | 'p1 not above p0' | 'more participants than looked at';

export interface SingleArmDesign {
  readonly method: 'ahern/1';
  readonly participants: number;
  /** The hypothesis p0 is rejected with so many responses. */
  readonly responses: number;
  /** Exact chance of rejecting at p0, at most alpha, and at p1, at least the power. */
  readonly size: number;
  readonly power: number;
  /** Every trial of at least so many, up to `lookedUpTo`, has the power too: the exact power is a sawtooth. */
  readonly stableFrom: number;
  readonly conventions: { readonly lookedUpTo: number; readonly alpha: 'one-sided' };
}

/** The first thing that keeps a single arm from being designed. */
export const refuseSingleArm = (
  { p0, p1 }: SingleArmHypotheses,
  rates: ErrorRates,
): NotEstimable<SingleArmProblem> | undefined => {
  const refusal = refuseErrorRates(rates);
  if (refusal !== undefined) return refusal;
  if (![p0, p1].every((p) => p > 0 && p < 1)) return { notEstimable: 'proportion not between 0 and 1' };
  return p1 > p0 ? undefined : { notEstimable: 'p1 not above p0' };
};

/** Beyond this a design of one arm is not sought. */
const most = 2000;

interface Cut {
  readonly participants: number;
  readonly responses: number;
  readonly size: number;
  readonly power: number;
}

/** Cuts of rising n: each starts from the last one, since a larger n never needs fewer responses. */
const cutsOf = function* ({ p0, p1 }: SingleArmHypotheses, { alpha }: ErrorRates): Generator<Cut> {
  for (let n = 1, responses = 1; n <= most; n += 1) {
    while (responses <= n && binomialUpperTail(responses, n, p0) > alpha) responses += 1;
    if (responses > n) continue;
    const [size, power] = [binomialUpperTail(responses, n, p0), binomialUpperTail(responses, n, p1)];
    yield { participants: n, responses, size, power };
  }
};

/**
 * Exact single-stage design of a single arm (`ahern2001`): the smallest number of participants at which a number of
 * responses has a chance of at most alpha at p0 and at least the power at p1. By hand, .5 against .9 at .05 and .8:
 * with 8, seven responses: 9/256 = .035 and .813. Against an enumeration with R's pbinom, whole numbers exact, chances
 * to 1e-12 (public oracle `single_arm_exact`; `evidence/oracles/single-arm`).
 */
export const designSingleArm = (
  hypotheses: SingleArmHypotheses,
  rates: ErrorRates,
): SingleArmDesign | NotEstimable<SingleArmProblem> => {
  const refusal = refuseSingleArm(hypotheses, rates);
  if (refusal !== undefined) return refusal;
  let [first, lookedUpTo, stableFrom]: [Cut | undefined, number, number] = [undefined, most, 1];
  for (const cut of cutsOf(hypotheses, rates)) {
    if (cut.participants > lookedUpTo) break;
    if (cut.power < rates.power) stableFrom = cut.participants + 1;
    else if (first === undefined) [first, lookedUpTo] = [cut, 2 * cut.participants + 50];
  }
  if (first === undefined) return { notEstimable: 'more participants than looked at' };
  return { method: 'ahern/1', ...first, stableFrom, conventions: { lookedUpTo, alpha: 'one-sided' } };
};
