import assert from 'node:assert/strict';
import test from 'node:test';
import { permutedBlocksProcess } from './block-process.ts';
import { planOf } from './given.ts';
import type { PermutedBlocksMethod } from './permuted-blocks.ts';

const blocks = (blockSizes: readonly number[], ...ratios: readonly number[]): PermutedBlocksMethod => ({
  algorithm: 'permuted-blocks/1',
  blockSizes,
  ...planOf(40, ...ratios),
});

test('a block begins whole, its size drawn', () => {
  assert.deepEqual(permutedBlocksProcess(blocks([3, 6], 2, 1)).start, [
    { state: [2, 1], chance: 0.5 },
    { state: [4, 2], chance: 0.5 },
  ]);
});

test('within a block an arm is as likely as what is left of it', () => {
  const { steps } = permutedBlocksProcess(blocks([6], 2, 1));
  assert.deepEqual(steps([3, 1]), [
    { arm: 0, chance: 0.75, next: [2, 1] },
    { arm: 1, chance: 0.25, next: [3, 0] },
  ]);
  assert.deepEqual(steps([0, 2]), [{ arm: 1, chance: 1, next: [0, 1] }]);
});

test('the last slot of a block leads to every size', () => {
  assert.deepEqual(permutedBlocksProcess(blocks([2, 4])).steps([0, 1]), [
    { arm: 1, chance: 0.5, next: [1, 1] },
    { arm: 1, chance: 0.5, next: [2, 2] },
  ]);
});

test('the chances of every state sum to one', () => {
  const { start, steps } = permutedBlocksProcess(blocks([4, 8, 12], 1, 2, 1));
  const seen = new Set<string>();
  const waiting = start.map(({ state }) => state);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state.join())) continue;
    seen.add(state.join());
    const ways = steps(state);
    assert.ok(Math.abs(ways.reduce((sum, { chance }) => sum + chance, 0) - 1) < 1e-12);
    waiting.push(...ways.map(({ next }) => next));
  }
  // What can be left of 3, 6 and 3: 4 times 7 times 4, without the empty block.
  assert.equal(seen.size, 111);
});
