import type { NotEstimable } from '../counts.ts';
import type { ImputedEstimate, Pooled, PoolingProblem } from './rubin.ts';
import { poolImputations } from './rubin.ts';

/** One completed data set: the value of each participant, and whether it was imputed. */
export interface CompletedValue {
  readonly arm: 0 | 1;
  readonly value: number;
  readonly imputed: boolean;
}

export interface DeltaStep {
  /** Added to every imputed value of arm 1. */
  readonly delta: number;
  readonly pooled: Pooled;
}

export interface DeltaGrid {
  readonly method: 'delta-adjustment/1';
  readonly steps: readonly DeltaStep[];
  /** The first delta, of those given, at which zero is no longer outside the interval; absent where it always is. */
  readonly tipsAt?: number;
  readonly conventions: { readonly confidence: number; readonly shifted: 'imputed values of arm 1' };
}

/** The data sets with every imputed value of arm 1 moved. */
export const shiftImputed = (
  sets: readonly (readonly CompletedValue[])[],
  delta: number,
): readonly (readonly CompletedValue[])[] =>
  sets.map((set) => set.map((one) => (one.imputed && one.arm === 1 ? { ...one, value: one.value + delta } : one)));

const outside = ({ inference: { lower, upper } }: Pooled): boolean => lower > 0 || upper < 0;

/**
 * Delta adjustment of a continuous endpoint (`carpenter2013`): imputed values of arm 1 are moved by each delta in turn,
 * analysed by `analyse` set by set and pooled by Rubin's rules, until the conclusion tips. Deltas in the unit of the values
 * and in the order in which they are to be tried. Refuses what `poolImputations` refuses.
 */
export const deriveDeltaGrid = (
  sets: readonly (readonly CompletedValue[])[],
  deltas: readonly number[],
  analyse: (set: readonly CompletedValue[]) => ImputedEstimate,
  dfComplete: number,
  confidence = 0.95,
): DeltaGrid | NotEstimable<PoolingProblem> => {
  const steps: DeltaStep[] = [];
  for (const delta of deltas) {
    const pooled = poolImputations(shiftImputed(sets, delta).map(analyse), dfComplete, confidence);
    if (!('method' in pooled)) return pooled;
    steps.push({ delta, pooled });
  }
  const tips = steps.find(({ pooled }) => !outside(pooled));
  return {
    method: 'delta-adjustment/1',
    steps,
    ...(tips && { tipsAt: tips.delta }),
    conventions: { confidence, shifted: 'imputed values of arm 1' },
  };
};
