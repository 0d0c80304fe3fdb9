import type { Stream } from './stream.ts';

export interface ArmShare {
  readonly id: string;
  /** Whole number: 2 against 1 allocates twice as many to this arm. */
  readonly ratio: number;
}

export const ratioSum = (arms: readonly ArmShare[]): number => arms.reduce((sum, { ratio }) => sum + ratio, 0);

/** One of the arms, each with the chance of its share of the ratio, exactly. One whole number is drawn. */
export const drawArm = <A extends ArmShare>(arms: readonly A[], stream: Stream): A => {
  let left = stream.integer(ratioSum(arms));
  for (const arm of arms) {
    if (left < arm.ratio) return arm;
    left -= arm.ratio;
  }
  throw new Error('arm shares: the number drawn lies beyond the ratio');
};
