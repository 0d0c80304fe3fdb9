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
  const { design, given } = events.reduce(evolveAllocation, noAllocation);
  assert.equal(design, list);
  assert.deepEqual(
    given.map(({ participant, stratum, slot, arm, choice }) => [participant, stratum, slot, arm, choice]),
    [
      ['P-001', 'all', 1, 'msc', undefined],
      ['P-002', 'all', 2, 'il-2', 'il-2'],
      ['P-003', 'all', 3, 'il-2', 'il-2'],
    ],
  );
  assert.deepEqual(noAllocation, { design: undefined, given: [] });
});

test('minimisation is kept with its secret', () => {
  const method = {
    algorithm: 'minimisation/1',
    arms: [
      { id: 'a', ratio: 1 },
      { id: 'b', ratio: 1 },
    ],
    factors: [{ id: 'sex', levels: ['female', 'male'] }],
    measure: 'range',
  } as const;
  const { design } = evolveAllocation(noAllocation, { type: 'minimisation keyed', method, secret: '00ff' });
  assert.deepEqual(design, { ...method, secret: Uint8Array.of(0, 255) });
});
