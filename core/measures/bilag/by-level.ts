import { type BilagInput, levelsOf } from './inputs.ts';
import { singleLevel } from './item-state.ts';

/** What an item makes of each of its levels, from 0 on: worked out once, and only looked up for a person. */
export type ByLevel<Made> = readonly [none: readonly Made[], ...others: readonly (readonly Made[])[]];

/** All that an item may make: of one level where it is known, of each that it may be where it is not. */
export const madeOf = <Made>(byLevel: ByLevel<Made>, input: BilagInput): readonly Made[] => {
  if (typeof input === 'string') return byLevel[0];
  const known = byLevel[singleLevel(input)];
  if (known !== undefined) return known;
  const levels = levelsOf(input, byLevel.length - 1);
  return byLevel.filter((_, level) => levels.includes(level)).flat();
};
