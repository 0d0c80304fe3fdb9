import assert from 'node:assert/strict';
import test from 'node:test';
import { evolveAllocation, noAllocation } from './allocation-state.ts';
import * as g from './given.ts';
import type { AllocationEvent } from './trial-event.ts';

test('the list, the slots taken from it, and the places taken otherwise', () => {
  const list = g.listOf('msc', 'il-2');
  const events: readonly AllocationEvent[] = [
    { type: 'allocation list generated', list },
    { type: 'slot taken', slot: 1, stratum: 'all', arm: 'msc', participant: 'P-001' },
    { type: 'place taken', arm: 'il-2', participant: 'P-002' },
    { type: 'place taken', arm: 'il-2', participant: 'P-003' },
  ];
  assert.deepEqual(events.reduce(evolveAllocation, noAllocation), {
    list,
    taken: [{ stratum: 'all', slot: 1 }],
    places: ['il-2', 'il-2'],
  });
  assert.deepEqual(noAllocation, { list: undefined, taken: [], places: [] });
});
