import type { Allocation, Newcomer } from './newcomer.ts';

export interface ReplacementRefused {
  readonly refused:
    | 'nobody to replace'
    | 'replaced already'
    | 'replacement from another stratum'
    | 'no kit for a replacement';
  readonly participant: string;
}

const why = (newcomer: Newcomer, given: readonly Allocation[]): ReplacementRefused['refused'] | undefined => {
  const { replaces } = newcomer;
  if (replaces === undefined) return undefined;
  const replaced = given.find(({ participant }) => participant === replaces.participant);
  if (replaced === undefined) return 'nobody to replace';
  if (given.some((other) => other.replaces?.participant === replaces.participant)) return 'replaced already';
  if (replaces.takes === 'next slot') return undefined;
  if (replaced.stratum !== newcomer.stratum) return 'replacement from another stratum';
  // The replacement list names no packs, and a pack is not handed out twice.
  return replaced.kit === undefined ? undefined : 'no kit for a replacement';
};

/** Why a newcomer cannot replace the participant named; undefined when nobody is replaced, or it may be done. */
export const refuseReplacement = (newcomer: Newcomer, given: readonly Allocation[]): ReplacementRefused | undefined => {
  const refused = why(newcomer, given);
  return refused === undefined ? undefined : { refused, participant: newcomer.replaces?.participant ?? '' };
};

/** The same slot of the replacement list, with the arm of the one replaced; undefined when that was not asked for. */
export const replaceInArm = (newcomer: Newcomer, given: readonly Allocation[]): Allocation | undefined => {
  const { replaces } = newcomer;
  if (replaces?.takes !== 'same arm') return undefined;
  const replaced = given.find(({ participant }) => participant === replaces.participant);
  if (replaced === undefined) throw new Error(`allocation: ${replaces.participant} has no arm to hand on`);
  const { slot, arm, replacement = 0 } = replaced;
  return { ...newcomer, slot, arm, replacement: replacement + 1 };
};

/** Those who hold a slot of their own: whoever took a slot of the replacement list does not count it a second time. */
export const withoutReplacements = (given: readonly Allocation[]): readonly Allocation[] =>
  given.filter(({ replacement }) => replacement === undefined);

/** Those who hold their place in an arm once the newcomer has come: the replaced have handed it on. */
export const withoutReplaced = (given: readonly Allocation[], newcomer: Newcomer): readonly Allocation[] => {
  const replacing = [...given, newcomer].flatMap(({ replaces }) => replaces ?? []);
  const replaced = new Set(replacing.map(({ participant }) => participant));
  return given.filter(({ participant }) => !replaced.has(participant));
};
