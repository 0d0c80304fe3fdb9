import { ratioSum } from './arm-shares.ts';
import type { AssignmentProcess, ProcessState } from './assignment-process.ts';
import type { PermutedBlocksMethod } from './permuted-blocks.ts';

/** A way to begin a block: how many of each arm it holds, and how likely it is. */
interface FreshBlock {
  readonly state: ProcessState;
  readonly chance: number;
}

const without = (left: ProcessState, arm: number): ProcessState =>
  left.map((count, index) => (index === arm ? count - 1 : count));

/**
 * Permuted blocks as a Markov chain: the state is what is left of the block, arm by arm. The size of the next block is
 * drawn with the last slot of the one before.
 */
export const permutedBlocksProcess = ({ arms, blockSizes }: PermutedBlocksMethod): AssignmentProcess => {
  const fresh: readonly FreshBlock[] = blockSizes.map((size) => ({
    state: arms.map(({ ratio }) => (ratio * size) / ratioSum(arms)),
    chance: 1 / blockSizes.length,
  }));
  return {
    start: fresh,
    steps: (left) => {
      const total = left.reduce((sum, count) => sum + count, 0);
      return left.flatMap((count, arm) => {
        if (count === 0) return [];
        if (total > 1) return [{ arm, chance: count / total, next: without(left, arm) }];
        return fresh.map(({ state, chance }) => ({ arm, chance, next: state }));
      });
    },
  };
};
