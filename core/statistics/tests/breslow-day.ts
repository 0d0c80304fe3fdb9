import type { NotEstimable } from '../counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { type CommonRatioProblem, computeMantelHaenszelOddsRatio } from '../intervals/mantel-haenszel-ratio.ts';
import { type Stratum, usableStrata } from '../strata.ts';

export interface BreslowDay {
  readonly method: 'breslow-day-tarone/1';
  /** Breslow and Day's sum, and what Tarone's correction leaves of it. */
  readonly uncorrected: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly uncorrectedP: number;
  readonly p: number;
  /** Positions of the strata that say nothing about an odds ratio: an empty arm, or no variation. */
  readonly dropped: readonly number[];
}

/** Events of arm 1 that a stratum would have at a common odds ratio, its margins given: a root of a quadratic. */
const fittedEvents = ({ arm1, arm0 }: Stratum, oddsRatio: number): number => {
  const events = arm1.events + arm0.events;
  const a = 1 - oddsRatio;
  const b = arm0.of - events + oddsRatio * (arm1.of + events);
  const c = -oddsRatio * arm1.of * events;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // Of the two roots the one within the margins, each time in the form without cancellation; b < 0 only below a ratio of 1.
  return b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
};

const varianceAt = ({ arm1, arm0 }: Stratum, fitted: number): number => {
  const events = arm1.events + arm0.events;
  return 1 / (1 / fitted + 1 / (events - fitted) + 1 / (arm1.of - fitted) + 1 / (arm0.of - events + fitted));
};

const varies = ({ arm1, arm0 }: Stratum): boolean => {
  const events = arm1.events + arm0.events;
  return arm1.of > 0 && arm0.of > 0 && events > 0 && events < arm1.of + arm0.of;
};

/**
 * Test that strata have one odds ratio (`breslow1980`), evaluated at Mantel and Haenszel's, with Tarone's correction
 * (`tarone1985`), without which it is no chi-square. Needs strata of some size: not for sparse ones. Strata with an empty arm, or in
 * which nobody or everybody had the event, are left out, named, and carry no degree of freedom.
 * Against the closed form in R to 1e-11 (`evidence/oracles/mantel-haenszel`). Refuses what the odds ratio refuses, and a
 * single stratum.
 */
export const testBreslowDay = (
  strata: readonly Stratum[],
): BreslowDay | NotEstimable<CommonRatioProblem | 'only one stratum varies'> => {
  const usable = usableStrata(strata);
  if ('notEstimable' in usable) return usable;
  const common = computeMantelHaenszelOddsRatio(strata);
  if ('notEstimable' in common) return common;
  const used = usable.used.filter(varies);
  if (used.length === 1) return { notEstimable: 'only one stratum varies' };
  let [uncorrected, distance, variances] = [0, 0, 0];
  for (const stratum of used) {
    const fitted = fittedEvents(stratum, common.estimate);
    const variance = varianceAt(stratum, fitted);
    uncorrected += (stratum.arm1.events - fitted) ** 2 / variance;
    distance += stratum.arm1.events - fitted;
    variances += variance;
  }
  const statistic = Math.max(0, uncorrected - distance ** 2 / variances);
  const degreesOfFreedom = used.length - 1;
  return {
    method: 'breslow-day-tarone/1',
    uncorrected,
    statistic,
    degreesOfFreedom,
    uncorrectedP: chiSquareUpperTail(uncorrected, degreesOfFreedom),
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    dropped: strata.flatMap((stratum, index) => (varies(stratum) ? [] : [index])),
  };
};
