import type { NotEstimable } from '../counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { type StratifiedProblem, type Stratum, usableStrata } from '../strata.ts';

export interface CochranMantelHaenszel {
  readonly method: 'cochran-mantel-haenszel/1';
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly twoSided: number;
  /** Events of arm 1 in all strata, and how many the hypothesis expects. */
  readonly observed: number;
  readonly expected: number;
  /** Positions of the strata with an empty arm. */
  readonly dropped: readonly number[];
  readonly conventions: { readonly correction: 'none' | 'continuity' };
}

/** Mean and variance of the events of arm 1 in a stratum, both margins given. */
const momentsOf = ({ arm1, arm0 }: Stratum): { readonly mean: number; readonly variance: number } => {
  const [all, events] = [arm1.of + arm0.of, arm1.events + arm0.events];
  const mean = (arm1.of * events) / all;
  return { mean, variance: (mean * (arm0.of / all) * (all - events)) / (all - 1) };
};

/**
 * Test of no difference between two arms within strata, 2×2×K (`cochran1954`, `mantel1959`), from the events of arm 1
 * given all margins. `'continuity'` takes off half an event (never past zero), which R's mantelhaen.test does unless told
 * otherwise; none is the default here, as SAS has it. Strata with an empty arm are left out and named; one stratum gives
 * the chi-square test with (N − 1) in place of N. Against mantelhaen.test to 1e-12 (`evidence/oracles/mantel-haenszel`).
 * Refuses what `usableStrata` refuses, and strata in none of which anything varies.
 */
export const testCochranMantelHaenszel = (
  strata: readonly Stratum[],
  correction: 'none' | 'continuity' = 'none',
): CochranMantelHaenszel | NotEstimable<StratifiedProblem | 'nothing varies in any stratum'> => {
  const usable = usableStrata(strata);
  if ('notEstimable' in usable) return usable;
  let [observed, expected, variance] = [0, 0, 0];
  for (const stratum of usable.used) {
    const moments = momentsOf(stratum);
    observed += stratum.arm1.events;
    expected += moments.mean;
    variance += moments.variance;
  }
  if (variance === 0) return { notEstimable: 'nothing varies in any stratum' };
  const distance = Math.abs(observed - expected);
  // Half an event is taken off only where there is as much: as mantelhaen.test has it.
  const taken = correction === 'continuity' && distance >= 0.5 ? 0.5 : 0;
  const statistic = (distance - taken) ** 2 / variance;
  return {
    method: 'cochran-mantel-haenszel/1',
    statistic,
    degreesOfFreedom: 1,
    twoSided: chiSquareUpperTail(statistic, 1),
    observed,
    expected,
    dropped: usable.dropped,
    conventions: { correction },
  };
};
