import type { AssignmentProcess } from './assignment-process.ts';
import type { ListPlan } from './design-checks.ts';
import { comesTrue, type ExactChance, toNumber } from './exact-chance.ts';
import { drawStrata, type ListSlot } from './list-slot.ts';

/** The chance of the first arm, given by how many slots it is ahead of the second. */
export type FirstArmChance = (ahead: number) => ExactChance;

/** A list of two arms by a coin that looks at the difference between them. One whole number is drawn for each slot. */
export const drawByDifference = (
  plan: ListPlan,
  secret: Uint8Array,
  algorithm: string,
  chanceOf: FirstArmChance,
): readonly ListSlot[] => {
  const [first, second] = plan.arms;
  if (first === undefined || second === undefined) throw new Error(`${algorithm}: two arms are needed`);
  return drawStrata(plan, secret, algorithm, () => {
    let ahead = 0;
    return (stream) => {
      const isFirst = comesTrue(chanceOf(ahead), stream);
      ahead += isFirst ? 1 : -1;
      return isFirst ? first : second;
    };
  });
};

/** The same coin as a Markov chain on the difference. Steps without a chance are left out. */
export const differenceProcess = (chanceOf: FirstArmChance): AssignmentProcess => ({
  start: [{ state: [0], chance: 1 }],
  steps: ([ahead = 0]) => {
    const chance = toNumber(chanceOf(ahead));
    return [
      { arm: 0, chance, next: [ahead + 1] },
      { arm: 1, chance: 1 - chance, next: [ahead - 1] },
    ].filter((step) => step.chance > 0);
  },
});
