import { type NoSlot, nextSlot } from './allocation.ts';
import { type AssignedMethod, type ChoiceRefused, followChoice, type SingleGroupMethod } from './assigned.ts';
import type { DrawnList } from './draw-list.ts';
import { type MinimisationMethod, strangeFactor } from './minimisation.ts';
import { type AllocatedBefore, minimise } from './minimise.ts';
import { type Allocation, answersNewcomer, type Newcomer, wholeStudy } from './newcomer.ts';
import {
  type ReplacementRefused,
  refuseReplacement,
  replaceInArm,
  withoutReplaced,
  withoutReplacements,
} from './replacement.ts';
import { openStream } from './stream.ts';

/** Minimisation with the secret that its draws come from, which is kept like a list. */
export interface KeyedMinimisation extends MinimisationMethod {
  readonly secret: Uint8Array;
}

/** What participants are allocated by. A method must have passed `checkMethod`. */
export type AllocationDesign = DrawnList | KeyedMinimisation | AssignedMethod | SingleGroupMethod;

/** Why nobody is allocated, in the order in which it is looked for. */
export type AllocationRefused =
  | { readonly refused: 'allocated before, asked otherwise'; readonly participant: string }
  | ReplacementRefused
  | NoSlot
  | { readonly refused: 'unknown factor level'; readonly factor: string }
  | ChoiceRefused;

type Given = readonly Allocation[];

const fromList = (list: DrawnList, newcomer: Newcomer, given: Given): Allocation | NoSlot => {
  const place = nextSlot(list, newcomer.stratum, withoutReplacements(given));
  if ('refused' in place) return place;
  const { slot, arm, kit } = place;
  return { ...newcomer, slot, arm, ...(kit === undefined ? {} : { kit }) };
};

const seenBefore = ({ participant, arm, levels }: Allocation): AllocatedBefore => {
  if (levels === undefined) throw new Error(`minimisation: ${participant} was allocated without levels`);
  return { arm, levels };
};

const byMinimisation = (
  method: KeyedMinimisation,
  newcomer: Newcomer,
  given: Given,
): Allocation | AllocationRefused => {
  const { levels = {} } = newcomer;
  const strange = strangeFactor(method, levels);
  if (strange !== undefined) return { refused: 'unknown factor level', factor: strange.id };
  const before = withoutReplacements(given).map(seenBefore);
  const slot = before.length + 1;
  const stream = openStream(method.secret, method.algorithm, String(slot));
  return { ...newcomer, slot, arm: minimise(method, levels, before, stream) };
};

const byChoice = (method: AssignedMethod, newcomer: Newcomer, given: Given): Allocation | ChoiceRefused => {
  const taken = withoutReplaced(given, newcomer).map(({ arm }) => arm);
  const arm = followChoice(method, newcomer.choice, taken);
  return typeof arm === 'string' ? { ...newcomer, slot: withoutReplacements(given).length + 1, arm } : arm;
};

const allocateByMethod = (
  design: AllocationDesign,
  newcomer: Newcomer,
  given: Given,
): Allocation | AllocationRefused => {
  if ('slots' in design) return fromList(design, newcomer, given);
  if (newcomer.stratum !== wholeStudy) return { refused: 'unknown stratum' };
  switch (design.algorithm) {
    case 'minimisation/1':
      return byMinimisation(design, newcomer, given);
    case 'assigned/1':
      return byChoice(design, newcomer, given);
    case 'single-group/1':
      return { ...newcomer, slot: withoutReplacements(given).length + 1, arm: design.arm };
    default:
      return design satisfies never;
  }
};

/**
 * The arm of a newcomer, given everything that was given before, in that order. A list gives its first free slot, and no
 * slot twice; when it is exhausted, it refuses. Minimisation draws for the k-th participant from a stream of the secret,
 * the algorithm and k. Who has an arm gets the same answer again, unless something else is asked. Withdrawing gives nothing
 * back; who replaces somebody says so. Throws where the past does not belong to the design.
 */
export const nextAllocation = (
  design: AllocationDesign,
  newcomer: Newcomer,
  given: Given,
): Allocation | AllocationRefused => {
  const { participant } = newcomer;
  const before = given.find((other) => other.participant === participant);
  if (before !== undefined)
    return answersNewcomer(before, newcomer) ? before : { refused: 'allocated before, asked otherwise', participant };
  return (
    refuseReplacement(newcomer, given) ?? replaceInArm(newcomer, given) ?? allocateByMethod(design, newcomer, given)
  );
};
