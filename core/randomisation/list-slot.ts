import type { ArmShare } from './arm-shares.ts';
import type { ListPlan } from './design-checks.ts';
import { openStream, type Stream } from './stream.ts';

/** One place on the list of a stratum: who takes it gets this arm. */
export interface ListSlot {
  readonly stratum: string;
  /** 1-based within the stratum. */
  readonly slot: number;
  readonly arm: string;
  /** The numbered pack, on a list that names one for each slot. */
  readonly kit?: string;
}

/**
 * Draws the list of every stratum, slot after slot. `begin` is called once for each stratum and gives what draws its arms.
 * The stream of a stratum is keyed by the secret, the algorithm with its version, and the stratum, so that adding a
 * stratum or a method changes no other list, and a longer list begins like the shorter one.
 */
export const drawStrata = (
  plan: ListPlan,
  secret: Uint8Array,
  algorithm: string,
  begin: () => (stream: Stream) => ArmShare,
): readonly ListSlot[] =>
  plan.strata.flatMap((stratum) => {
    const stream = openStream(secret, algorithm, stratum);
    const next = begin();
    return Array.from({ length: plan.slotsPerStratum }, (_, index) => ({
      stratum,
      slot: index + 1,
      arm: next(stream).id,
    }));
  });
