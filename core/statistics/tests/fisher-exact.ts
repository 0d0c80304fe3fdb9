import { type Counts, type NotEstimable, refuseCounts } from '../counts.ts';
import { hypergeometricWeights } from '../distributions/hypergeometric.ts';
import { shareOf } from '../distributions/weights.ts';

export interface FisherExact {
  readonly method: 'fisher-exact/1';
  /** Every table at most as probable as the observed one. */
  readonly twoSided: number;
  /** Arm 1 has the higher proportion. */
  readonly greater: number;
  /** Arm 1 has the lower proportion. */
  readonly less: number;
  readonly conventions: {
    readonly twoSided: 'tables not more probable than the observed one';
    /** Tables count as equally probable up to this relative difference, as in R. */
    readonly tieTolerance: number;
  };
}

const tieTolerance = 1e-7;

/**
 * Fisher's exact test of two independent proportions (`fisher1935`), conditional on both margins. Conservative; exact at
 * any size. Where nobody or everybody had the event every p is 1. Against R's fisher.test to 1e-12 relative
 * (`evidence/oracles/fisher-exact`). Refuses counts that are no counts and arms without participants.
 */
export const testFisherExact = (arm1: Counts, arm0: Counts): FisherExact | NotEstimable => {
  const refusal = refuseCounts([arm1, arm0]);
  if (refusal !== undefined) return refusal;
  const tables = hypergeometricWeights(arm1.of, arm0.of, arm1.events + arm0.events);
  const observed = tables.weights[arm1.events - tables.low] ?? 0;
  return {
    method: 'fisher-exact/1',
    twoSided: shareOf(tables, (_, weight) => weight <= observed * (1 + tieTolerance)),
    greater: shareOf(tables, (k) => k >= arm1.events),
    less: shareOf(tables, (k) => k <= arm1.events),
    conventions: { twoSided: 'tables not more probable than the observed one', tieTolerance },
  };
};
