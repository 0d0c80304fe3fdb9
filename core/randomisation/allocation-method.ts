import {
  type AssignedMethod,
  type AssignedProblem,
  assignedChecks,
  type SingleGroupMethod,
  type SingleGroupProblem,
  singleGroupChecks,
} from './assigned.ts';
import { type BiasedCoinMethod, type BiasedCoinProblem, biasedCoinChecks } from './biased-coin.ts';
import { type BigStickMethod, type BigStickProblem, bigStickChecks } from './big-stick.ts';
import { type DesignCheck, firstProblem, type PlanProblem, planChecks } from './design-checks.ts';
import { type MinimisationMethod, type MinimisationProblem, minimisationChecks } from './minimisation.ts';
import { type DesignProblem, type PermutedBlocksMethod, permutedBlocksChecks } from './permuted-blocks.ts';
import type { SimpleMethod } from './simple.ts';
import { checkUploadedList, type UploadedListMethod, type UploadRefused } from './uploaded-list.ts';

/** Lists drawn by us, before the first participant comes. */
export type DrawnMethod = SimpleMethod | PermutedBlocksMethod | BigStickMethod | BiasedCoinMethod;

/** Methods whose arms stand on a list. */
export type ListMethod = DrawnMethod | UploadedListMethod;

/** Every way in which participants come to their arms. The number in the name of an algorithm is its version. */
export type AllocationMethod = ListMethod | MinimisationMethod | AssignedMethod | SingleGroupMethod;

export type MethodRefused =
  | {
      readonly refused:
        | PlanProblem
        | DesignProblem
        | BigStickProblem
        | BiasedCoinProblem
        | MinimisationProblem
        | AssignedProblem
        | SingleGroupProblem;
    }
  | UploadRefused;

const refusedBy = <P extends string, D>(checks: readonly DesignCheck<P, D>[], design: D) => {
  const refused = firstProblem(checks, design);
  return refused === undefined ? undefined : { refused };
};

/** The first problem of a method; none when participants can be allocated by it. */
export const checkMethod = (method: AllocationMethod): MethodRefused | undefined => {
  switch (method.algorithm) {
    case 'simple/1':
      return refusedBy(planChecks, method);
    case 'permuted-blocks/1':
      return refusedBy(permutedBlocksChecks, method);
    case 'big-stick/1':
      return refusedBy(bigStickChecks, method);
    case 'biased-coin/1':
      return refusedBy(biasedCoinChecks, method);
    case 'uploaded-list/1':
      return checkUploadedList(method);
    case 'minimisation/1':
      return refusedBy(minimisationChecks, method);
    case 'assigned/1':
      return refusedBy(assignedChecks, method);
    case 'single-group/1':
      return refusedBy(singleGroupChecks, method);
    default:
      return method satisfies never;
  }
};
