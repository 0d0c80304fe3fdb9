import type { AllocationDefinition } from './schema-arms.ts';

/** Methods in which chance has a part. */
export type ChanceAllocation = Exclude<AllocationDefinition, { readonly method: 'assigned' | 'single group' }>;

export const isByChance = (allocation: AllocationDefinition): allocation is ChanceAllocation => 'ratio' in allocation;

/** The sentences that part participants in two; none where the method has no strata. */
export const strataIn = (allocation: AllocationDefinition): NonNullable<ChanceAllocation['strata']> =>
  isByChance(allocation) ? (allocation.strata ?? []) : [];

export const isBySite = (allocation: AllocationDefinition): boolean =>
  isByChance(allocation) && allocation['by site'] === true;
