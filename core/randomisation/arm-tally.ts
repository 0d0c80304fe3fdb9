import { type ArmScale, scaleOf } from './arm-counts.ts';
import type { ArmShare } from './arm-shares.ts';
import type { FactorLevels, MinimisationMethod } from './minimisation.ts';

/** An arm with its place in the method. */
export interface PlacedArm extends ArmShare {
  readonly place: number;
}

/** How many of each level of each factor every arm has, counted as people come: what minimisation looks at. */
export interface ArmTally {
  readonly arms: readonly PlacedArm[];
  readonly scale: ArmScale;
  /** Counts by arm of those who share a level of a factor, by the factor's place; all zero for a level not seen yet. */
  readonly sharing: (factor: number, level: string | undefined) => readonly number[];
  /** One person more in the arm of this place. */
  readonly add: (levels: FactorLevels, arm: number) => void;
}

export const openArmTally = ({ arms, factors }: MinimisationMethod): ArmTally => {
  const nobody: readonly number[] = arms.map(() => 0);
  const counts = factors.map(() => new Map<string | undefined, number[]>());
  return {
    arms: arms.map((arm, place) => ({ ...arm, place })),
    scale: scaleOf(arms),
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
