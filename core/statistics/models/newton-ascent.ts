import { solveSymmetric } from '../linear/cholesky.ts';
import { dot, entry, type Matrix } from '../linear/matrix.ts';

/** A log-likelihood at a point: its value, its slope, and the information that stands for its curvature. */
export interface LikelihoodHeight {
  readonly value: number;
  readonly score: readonly number[];
  readonly information: Matrix;
  /** What stands in for the information where that is not positive definite: a rougher, always positive curvature. */
  readonly steadier?: Matrix;
}

export interface Summit {
  readonly point: readonly number[];
  readonly height: LikelihoodHeight;
  readonly steps: number;
}

/** Why the top of a log-likelihood was not reached. */
export type AscentProblem = 'information singular' | 'no convergence' | 'stopped';

export interface Ascent {
  readonly heightAt: (point: readonly number[]) => LikelihoodHeight;
  readonly start: readonly number[];
  /** Positions of the coefficients that may move; the others stay where they start. */
  readonly free: readonly number[];
  /** Seen with every full step; true ends the ascent. */
  readonly stops?: (step: readonly number[]) => boolean;
}

const mostSteps = 500;
// Newton decrement, in squares of standard errors: the point is then good to 1e-11 standard errors.
const smallDecrement = 1e-22;

const stepBy = (curvature: Matrix, score: readonly number[], free: readonly number[]) => {
  const block = free.map((i) => free.map((j) => entry(curvature, i, j)));
  const slopes = free.map((i) => score[i] ?? 0);
  const shift = solveSymmetric(block, slopes);
  return shift && score.map((_, i) => (free.includes(i) ? (shift[free.indexOf(i)] ?? 0) : 0));
};

const newtonStep = (
  { score, information, steadier }: LikelihoodHeight,
  free: readonly number[],
): readonly number[] | undefined => stepBy(information, score, free) ?? (steadier && stepBy(steadier, score, free));

const moved = (point: readonly number[], step: readonly number[], share: number): readonly number[] =>
  point.map((value, i) => value + share * (step[i] ?? 0));

/** The step, halved until it does not lead down by more than rounding. */
const upward = (heightAt: Ascent['heightAt'], from: Summit, step: readonly number[]): Summit | undefined => {
  const floor = from.height.value - 1e-12 * (1 + Math.abs(from.height.value));
  for (let share = 1; share > 1e-9; share /= 2) {
    const point = moved(from.point, step, share);
    const height = heightAt(point);
    if (height.value >= floor) return { point, height, steps: from.steps + 1 };
  }
  return undefined;
};

/**
 * Newton's ascent of a log-likelihood with one top over the free coefficients, with halved steps, until the decrement is below 1e-22
 * (`mccullagh1989`, 2.5). Domain: a start with finite height. Refuses: information without an inverse, more than 500
 * steps, and what `stops` sees.
 */
export const climb = ({ heightAt, start, free, stops }: Ascent): Summit | { readonly notEstimable: AscentProblem } => {
  let here: Summit = { point: start, height: heightAt(start), steps: 0 };
  if (free.length === 0) return here;
  while (here.steps < mostSteps) {
    const step = newtonStep(here.height, free);
    if (step === undefined) return { notEstimable: 'information singular' };
    if (stops?.(step) === true) return { notEstimable: 'stopped' };
    const decrement = dot(step, here.height.score);
    const next = upward(heightAt, here, step);
    if (next === undefined || decrement <= smallDecrement)
      return decrement <= 1e-12 ? (next ?? here) : { notEstimable: 'no convergence' };
    here = next;
  }
  return { notEstimable: 'no convergence' };
};
