import { type ArmShare, ratioSum } from './arm-shares.ts';
import {
  type ArmProblem,
  armChecks,
  type DesignCheck,
  firstProblem,
  hasTwins,
  isCount,
  type ListPlan,
  longestList,
  type StratumProblem,
  stratumChecks,
} from './design-checks.ts';
import type { ListSlot } from './list-slot.ts';
import { openStream, type Stream } from './stream.ts';

/** One place on the list, with the block that it stands in. */
export interface Slot extends ListSlot {
  /** 1-based within the stratum. */
  readonly block: number;
}

export interface AllocationList {
  readonly algorithm: 'permuted-blocks/1';
  readonly arms: readonly ArmShare[];
  readonly blockSizes: readonly number[];
  readonly slots: readonly Slot[];
}

/** Blocks of the declared sizes, each in random order and balanced in the ratio of the arms at its end. */
export interface PermutedBlocksMethod extends ListPlan {
  readonly algorithm: 'permuted-blocks/1';
  readonly blockSizes: readonly number[];
}

type BlockPlan = Omit<PermutedBlocksMethod, 'algorithm'>;

export interface BlockDesign extends BlockPlan {
  /** Whoever has it can compute the list: it is kept like the list itself. */
  readonly secret: Uint8Array;
}

/** Why no list is made, in the order in which it is looked for. */
export type DesignProblem =
  | ArmProblem
  | 'no block sizes'
  | 'block size not a whole number above zero'
  | 'block size named twice'
  | 'block size no multiple of the ratio sum'
  | StratumProblem
  | 'list too long';

export interface ListRefused {
  readonly refused: DesignProblem;
}

export const permutedBlocksChecks: readonly DesignCheck<DesignProblem, BlockPlan>[] = [
  ...armChecks,
  ['no block sizes', ({ blockSizes }) => blockSizes.length === 0],
  ['block size not a whole number above zero', ({ blockSizes }) => !blockSizes.every(isCount)],
  ['block size named twice', ({ blockSizes }) => hasTwins(blockSizes)],
  [
    'block size no multiple of the ratio sum',
    ({ arms, blockSizes }) => blockSizes.some((size) => size % ratioSum(arms) !== 0),
  ],
  ...stratumChecks,
  [
    'list too long',
    ({ strata, slotsPerStratum, blockSizes }) =>
      strata.length * (slotsPerStratum + Math.max(...blockSizes)) > longestList,
  ],
];

const drawBlock = (arms: readonly ArmShare[], size: number, stream: Stream): readonly string[] => {
  const rounds = size / ratioSum(arms);
  return stream.shuffle(arms.flatMap(({ id, ratio }) => Array.from({ length: ratio * rounds }, () => id)));
};

const drawStratum = (design: BlockPlan, stratum: string, secret: Uint8Array): readonly Slot[] => {
  const stream = openStream(secret, 'permuted-blocks/1', stratum);
  const slots: Slot[] = [];
  for (let block = 1; slots.length < design.slotsPerStratum; block += 1) {
    for (const arm of drawBlock(design.arms, stream.pick(design.blockSizes), stream)) {
      slots.push({ stratum, slot: slots.length + 1, block, arm });
    }
  }
  return slots;
};

/** The slots of a design that has passed its checks, stratum after stratum. */
export const drawBlocks = (plan: BlockPlan, secret: Uint8Array): readonly Slot[] =>
  plan.strata.flatMap((stratum) => drawStratum(plan, stratum, secret));

/**
 * A list of stratified permuted blocks: in each stratum, block after block, the size drawn from the declared ones with
 * equal chances, the arms within a block in random order, every order equally likely. The arms are balanced in their ratio
 * at the end of every block. A stratum has at least `slotsPerStratum` slots: its last block is whole.
 * Each stratum has a stream of its own, so adding a stratum changes no other. The same secret gives the same list.
 * Refuses a design that is none (see `DesignProblem`); throws on a secret shorter than 16 bytes.
 */
export const generateList = (design: BlockDesign): AllocationList | ListRefused => {
  const problem = firstProblem(permutedBlocksChecks, design);
  if (problem !== undefined) return { refused: problem };
  const { arms, blockSizes, secret } = design;
  return { algorithm: 'permuted-blocks/1', arms, blockSizes, slots: drawBlocks(design, secret) };
};
