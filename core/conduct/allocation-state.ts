import { hexToBytes } from '@noble/hashes/utils.js';
import type { DrawnList } from '#core/randomisation/draw-list.ts';
import { type Allocation, wholeStudy } from '#core/randomisation/newcomer.ts';
import type { KeyedMinimisation } from '#core/randomisation/next-allocation.ts';
import type { AllocationEvent } from './trial-event.ts';

/** What the sealed log says of allocation: the list or the key of minimisation, and everything that was given. */
export interface AllocationState {
  readonly design: DrawnList | KeyedMinimisation | undefined;
  readonly given: readonly Allocation[];
}

export const noAllocation: AllocationState = { design: undefined, given: [] };

export const evolveAllocation = (state: AllocationState, event: AllocationEvent): AllocationState => {
  switch (event.type) {
    case 'allocation list generated':
      return { ...state, design: event.list };
    case 'minimisation keyed':
      return { ...state, design: { ...event.method, secret: hexToBytes(event.secret) } };
    case 'slot taken': {
      const { type: _, ...given } = event;
      return { ...state, given: [...state.given, given] };
    }
    case 'place taken': {
      const { participant, arm } = event;
      const slot = state.given.length + 1;
      return { ...state, given: [...state.given, { participant, stratum: wholeStudy, choice: arm, slot, arm }] };
    }
    default:
      return event satisfies never;
  }
};
