import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square.ts';

export type ChiSquareCorrection = 'none' | 'yates' | 'N - 1';

export interface ChiSquareTwoArms {
  readonly method: 'chi-square-2x2/1';
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly twoSided: number;
  /** Smallest number of participants that the hypothesis expects in a cell: below 5 prefer an exact test. */
  readonly smallestExpected: number;
  readonly conventions: { readonly correction: ChiSquareCorrection };
}

/**
 * Pearson's chi-square test of two independent proportions (`pearson1900`). `'yates'` takes up to N / 2 off |ad − bc|
 * (`yates1934`; never past zero, as in R), `'N - 1'` multiplies by (N − 1) / N (`campbell2007`). Of 16/20 against 7/20 it is
 * 40 · (16·13 − 4·7)² / (20·20·23·17) = 8.286. Against R's chisq.test to 1e-12 (`evidence/oracles/chi-square-2x2`).
 * Refuses counts that are no counts, arms without participants, and tables in which nobody or everybody had the event.
 */
export const testChiSquare = (
  arm1: Counts,
  arm0: Counts,
  correction: ChiSquareCorrection = 'none',
): ChiSquareTwoArms | NotEstimable<CountsProblem | 'no events in either arm' | 'events in all of both arms'> => {
  const refusal = refuseCounts([arm1, arm0]);
  if (refusal !== undefined) return refusal;
  const all = arm1.of + arm0.of;
  const events = arm1.events + arm0.events;
  if (events === 0) return { notEstimable: 'no events in either arm' };
  if (events === all) return { notEstimable: 'events in all of both arms' };
  const cross = Math.abs(arm1.events * (arm0.of - arm0.events) - arm0.events * (arm1.of - arm1.events));
  const distance = correction === 'yates' ? cross - Math.min(all / 2, cross) : cross;
  const whole = correction === 'N - 1' ? all - 1 : all;
  const statistic = ((distance / arm1.of) * (distance / arm0.of) * whole) / (events * (all - events));
  return {
    method: 'chi-square-2x2/1',
    statistic,
    degreesOfFreedom: 1,
    twoSided: chiSquareUpperTail(statistic, 1),
    smallestExpected: (Math.min(arm1.of, arm0.of) / all) * Math.min(events, all - events),
    conventions: { correction },
  };
};
