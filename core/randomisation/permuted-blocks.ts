import { openStream, type Stream } from './stream.ts';

export interface ArmShare {
  readonly id: string;
  /** Whole number: 2 against 1 allocates twice as many to this arm. */
  readonly ratio: number;
}

/** One place on the list: who takes it gets this arm. */
export interface Slot {
  readonly stratum: string;
  /** 1-based within the stratum. */
  readonly slot: number;
  /** 1-based within the stratum. */
  readonly block: number;
  readonly arm: string;
}

export interface AllocationList {
  readonly algorithm: 'permuted-blocks/1';
  readonly arms: readonly ArmShare[];
  readonly blockSizes: readonly number[];
  readonly slots: readonly Slot[];
}

export interface BlockDesign {
  readonly arms: readonly ArmShare[];
  readonly blockSizes: readonly number[];
  readonly strata: readonly string[];
  readonly slotsPerStratum: number;
  /** Whoever has it can compute the list: it is kept like the list itself. */
  readonly secret: Uint8Array;
}

/** Why no list is made, in the order in which it is looked for. */
export type DesignProblem =
  | 'no arms'
  | 'arm named twice'
  | 'ratio not a whole number above zero'
  | 'no block sizes'
  | 'block size not a whole number above zero'
  | 'block size named twice'
  | 'block size no multiple of the ratio sum'
  | 'no strata'
  | 'stratum named twice'
  | 'slots not a whole number above zero'
  | 'list too long';

export interface ListRefused {
  readonly refused: DesignProblem;
}

const longestList = 1_000_000;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
const hasTwins = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
const ratioSum = (arms: readonly ArmShare[]): number => arms.reduce((sum, { ratio }) => sum + ratio, 0);

const checks: readonly (readonly [problem: DesignProblem, found: (design: BlockDesign) => boolean])[] = [
  ['no arms', ({ arms }) => arms.length === 0],
  ['arm named twice', ({ arms }) => hasTwins(arms.map(({ id }) => id))],
  ['ratio not a whole number above zero', ({ arms }) => !arms.every(({ ratio }) => isCount(ratio))],
  ['no block sizes', ({ blockSizes }) => blockSizes.length === 0],
  ['block size not a whole number above zero', ({ blockSizes }) => !blockSizes.every(isCount)],
  ['block size named twice', ({ blockSizes }) => hasTwins(blockSizes)],
  [
    'block size no multiple of the ratio sum',
    ({ arms, blockSizes }) => blockSizes.some((size) => size % ratioSum(arms) !== 0),
  ],
  ['no strata', ({ strata }) => strata.length === 0],
  ['stratum named twice', ({ strata }) => hasTwins(strata)],
  ['slots not a whole number above zero', ({ slotsPerStratum }) => !isCount(slotsPerStratum)],
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

const drawStratum = (design: BlockDesign, stratum: string): readonly Slot[] => {
  const stream = openStream(design.secret, 'permuted-blocks/1', stratum);
  const slots: Slot[] = [];
  for (let block = 1; slots.length < design.slotsPerStratum; block += 1) {
    for (const arm of drawBlock(design.arms, stream.pick(design.blockSizes), stream)) {
      slots.push({ stratum, slot: slots.length + 1, block, arm });
    }
  }
  return slots;
};

/**
 * A list of stratified permuted blocks: in each stratum, block after block, the size drawn from the declared ones with
 * equal chances, the arms within a block in random order, every order equally likely. The arms are balanced in their ratio
 * at the end of every block. A stratum has at least `slotsPerStratum` slots: its last block is whole.
 * Each stratum has a stream of its own, so adding a stratum changes no other. The same secret gives the same list.
 * Refuses a design that is none (see `DesignProblem`); throws on a secret shorter than 16 bytes.
 */
export const generateList = (design: BlockDesign): AllocationList | ListRefused => {
  const problem = checks.find(([, found]) => found(design))?.[0];
  if (problem !== undefined) return { refused: problem };
  const { arms, blockSizes, strata } = design;
  const slots = strata.flatMap((stratum) => drawStratum(design, stratum));
  return { algorithm: 'permuted-blocks/1', arms, blockSizes, slots };
};
