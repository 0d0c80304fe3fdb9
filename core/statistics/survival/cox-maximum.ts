import { solveSymmetric } from '../linear/cholesky.ts';
import { dot } from '../linear/matrix.ts';
import type { CoxData, CoxTies } from './cox-data.ts';
import { type CoxLikelihood, coxLikelihoodAt } from './cox-likelihood.ts';

/** How the search for the maximum ended. */
export type CoxEnding = 'maximum' | 'monotone' | 'no information' | 'not converged';

export interface CoxMaximum {
  readonly ending: CoxEnding;
  readonly beta: readonly number[];
  readonly at: CoxLikelihood;
}

/** Newton's step has hardly anything to win: the score is this far, in squared standard errors, from zero. */
const settled = 1e-14;
/** … and yet it would move the log hazard ratio between the extreme participants by more than this: it never ends. */
const stillMoving = 0.01;
const mostSteps = 100;
const mostHalvings = 40;

/** Largest minus smallest value of each covariate. */
export const coxRanges = ({ covariates, rows, width }: CoxData): readonly number[] =>
  Array.from({ length: width }, (_, j) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < rows; row += 1) {
      const value = covariates[row * width + j] ?? Number.NaN;
      [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
    return high - low;
  });

/** Newton's step in the free coefficients, 0 in the held one; undefined where the information does not allow one. */
const newtonStep = (
  { score, information }: CoxLikelihood,
  held: number | undefined,
  ranges: readonly number[],
): readonly number[] | undefined => {
  const free = ranges.map((_, j) => j).filter((j) => j !== held);
  const matrix = free.map((j) => free.map((k) => information[j]?.[k] ?? Number.NaN));
  const isBlind = free.some((j, index) => !((matrix[index]?.[index] ?? 0) > 1e-13 * (ranges[j] ?? 0) ** 2));
  const step = isBlind
    ? undefined
    : solveSymmetric(
        matrix,
        free.map((j) => score[j] ?? 0),
      );
  return step && ranges.map((_, j) => (j === held ? 0 : (step[free.indexOf(j)] ?? 0)));
};

/** As much of the step as does not make the likelihood smaller. */
const climb = (data: CoxData, ties: CoxTies, from: CoxMaximum, step: readonly number[]): CoxMaximum | undefined => {
  const least = from.at.logLikelihood - 1e-12 * Math.abs(from.at.logLikelihood);
  for (let halving = 0, share = 1; halving < mostHalvings; halving += 1, share /= 2) {
    const beta = from.beta.map((value, j) => value + share * (step[j] ?? 0));
    const at = coxLikelihoodAt(data, beta, ties);
    if (at.logLikelihood >= least) return { ending: 'maximum', beta, at };
  }
  return undefined;
};

/** One step on: where it leads, and whether the search ends there. */
const advance = (
  data: CoxData,
  ties: CoxTies,
  here: CoxMaximum,
  ranges: readonly number[],
  held: number | undefined,
): { readonly to: CoxMaximum; readonly isOver: boolean } => {
  const step = newtonStep(here.at, held, ranges);
  if (step === undefined) return { to: { ...here, ending: 'no information' }, isOver: true };
  const isSettled = Math.abs(dot(step, here.at.score)) < settled;
  if (isSettled && step.some((value, j) => Math.abs(value) * (ranges[j] ?? 0) > stillMoving)) {
    return { to: { ...here, ending: 'monotone' }, isOver: true };
  }
  const to = climb(data, ties, here, step);
  if (to !== undefined) return { to, isOver: isSettled };
  return { to: { ...here, ending: isSettled ? 'maximum' : 'not converged' }, isOver: true };
};

/**
 * The coefficients at which Cox's partial likelihood is largest, by Newton's method with halved steps; the coefficient
 * `held`, if any, keeps its value of `start`. Where the likelihood rises for ever towards an infinite coefficient
 * (`heinze2001`) it ends as `monotone`, at a point from which nothing more can be won.
 */
export const maximiseCox = (data: CoxData, ties: CoxTies, start: readonly number[], held?: number): CoxMaximum => {
  const ranges = coxRanges(data);
  let here: CoxMaximum = { ending: 'maximum', beta: start, at: coxLikelihoodAt(data, start, ties) };
  if (held !== undefined && ranges.length === 1) return here;
  for (let count = 0; count < mostSteps; count += 1) {
    const { to, isOver } = advance(data, ties, here, ranges, held);
    // Information that was there at the start and is lost on the way has gone into an infinite coefficient.
    if (isOver) return to.ending === 'no information' && count > 0 ? { ...to, ending: 'monotone' } : to;
    here = to;
  }
  return { ...here, ending: 'not converged' };
};
