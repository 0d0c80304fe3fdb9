import type { TakenSlot } from '#core/randomisation/allocation.ts';
import type { AllocationList } from '#core/randomisation/permuted-blocks.ts';
import type { AllocationEvent } from './trial-event.ts';

/** What the sealed log says of allocation: the list, which of its slots are taken, and the places taken in each arm. */
export interface AllocationState {
  readonly list: AllocationList | undefined;
  readonly taken: readonly TakenSlot[];
  /** The arm of each place that was taken otherwise than by the list. */
  readonly places: readonly string[];
}

export const noAllocation: AllocationState = { list: undefined, taken: [], places: [] };

export const evolveAllocation = (state: AllocationState, event: AllocationEvent): AllocationState => {
  switch (event.type) {
    case 'allocation list generated':
      return { ...state, list: event.list };
    case 'slot taken':
      return { ...state, taken: [...state.taken, { stratum: event.stratum, slot: event.slot }] };
    case 'place taken':
      return { ...state, places: [...state.places, event.arm] };
    default:
      return event satisfies never;
  }
};
