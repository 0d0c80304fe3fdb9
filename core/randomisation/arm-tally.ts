import type { FactorLevels, MinimisationMethod } from './minimisation.ts';

/** How many of each level of each factor every arm has, counted as people come: what minimisation looks at. */
export interface ArmTally {
  /** Counts by arm of those who share a level of a factor, by the factor's place; all zero for a level not seen yet. */
  readonly sharing: (factor: number, level: string | undefined) => readonly number[];
  /** One person more in the arm of this place. */
  readonly add: (levels: FactorLevels, arm: number) => void;
}

export const openArmTally = ({ arms, factors }: MinimisationMethod): ArmTally => {
  const nobody: readonly number[] = arms.map(() => 0);
  const counts = factors.map(() => new Map<string | undefined, number[]>());
  return {
    sharing: (factor, level) => counts[factor]?.get(level) ?? nobody,
    add: (levels, arm) => {
      factors.forEach(({ id }, factor) => {
        const level = levels[id];
        const seen = counts[factor]?.get(level) ?? [...nobody];
        seen[arm] = (seen[arm] ?? 0) + 1;
        counts[factor]?.set(level, seen);
      });
    },
  };
};
