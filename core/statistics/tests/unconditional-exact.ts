import { type Counts, type CountsProblem, type NotEstimable, refuseCounts } from '../counts.ts';
import { supremumOf } from './nuisance-supremum.ts';
import { orderByFisher, orderByPooledZ, type Side } from './table-orders.ts';
import { orderTolerance, regionShares, type TableOrder } from './two-arm-region.ts';

export interface UnconditionalExact {
  readonly method: 'boschloo/1' | 'barnard-pooled-z/1';
  readonly p: number;
  /** The common proportion at which the observed and more extreme tables are most probable. */
  readonly nuisance: number;
  readonly conventions: {
    readonly side: Side;
    readonly order: 'Fisher p of the same side' | 'pooled z';
    readonly supremum: 'over all common proportions, no Berger-Boos interval';
    readonly tieTolerance: number;
  };
}

/** Above this an arm would take the exact unconditional tests seconds, and Fisher's test differs little from them. */
const mostPerArm = 300;

export type UnconditionalProblem = CountsProblem | 'more than 300 participants in an arm';

type Orders = Pick<UnconditionalExact, 'method'> & {
  readonly named: UnconditionalExact['conventions']['order'];
  readonly orderOf: (n1: number, n0: number, side: Side) => TableOrder;
};

const testBy = (
  { method, named, orderOf }: Orders,
  arm1: Counts,
  arm0: Counts,
  side: Side,
): UnconditionalExact | NotEstimable<UnconditionalProblem> => {
  const refusal = refuseCounts([arm1, arm0]);
  if (refusal !== undefined) return refusal;
  if (Math.max(arm1.of, arm0.of) > mostPerArm) return { notEstimable: 'more than 300 participants in an arm' };
  const order = orderOf(arm1.of, arm0.of, side);
  const { chance, proportion } = supremumOf(regionShares(order, order[arm1.events]?.[arm0.events] ?? 0));
  return {
    method,
    p: chance,
    nuisance: proportion,
    conventions: {
      side,
      order: named,
      supremum: 'over all common proportions, no Berger-Boos interval',
      tieTolerance: orderTolerance,
    },
  };
};

/**
 * Boschloo's exact test of two independent proportions (`boschloo1970`): the largest probability, over the common
 * proportion, of a Fisher p at most as large as the observed one. Keeps its level without conditioning, and is never less
 * powerful than Fisher's test of the same side. Two-sided means: tables ordered by the two-sided Fisher p (SciPy doubles the
 * one-sided test instead). Against a search over 20,001 proportions in base R to 1e-9
 * (`evidence/oracles/unconditional-exact`). Refuses counts that are no counts, arms without participants or above 300.
 */
export const testBoschloo = (
  arm1: Counts,
  arm0: Counts,
  side: Side = 'two-sided',
): UnconditionalExact | NotEstimable<UnconditionalProblem> =>
  testBy({ method: 'boschloo/1', named: 'Fisher p of the same side', orderOf: orderByFisher }, arm1, arm0, side);

/**
 * Barnard's exact test in the form of Suissa and Shuster (`barnard1947`, `suissa1985`): as Boschloo's, but with tables
 * ordered by the pooled z, two-sided by |z|. Same oracle, domain and refusals.
 */
export const testBarnard = (
  arm1: Counts,
  arm0: Counts,
  side: Side = 'two-sided',
): UnconditionalExact | NotEstimable<UnconditionalProblem> =>
  testBy({ method: 'barnard-pooled-z/1', named: 'pooled z', orderOf: orderByPooledZ }, arm1, arm0, side);
