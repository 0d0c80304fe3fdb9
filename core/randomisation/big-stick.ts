import type { AssignmentProcess } from './assignment-process.ts';
import {
  type DesignCheck,
  isCount,
  type ListPlan,
  type PairProblem,
  type PlanProblem,
  pairChecks,
  planChecks,
} from './design-checks.ts';
import { differenceProcess, drawByDifference, type FirstArmChance } from './difference-coin.ts';
import { evenChance } from './exact-chance.ts';
import type { ListSlot } from './list-slot.ts';

/** A fair coin, until one of two arms is `limit` ahead: then the other comes. */
export interface BigStickMethod extends ListPlan {
  readonly algorithm: 'big-stick/1';
  /** Largest difference between the arms that is borne, in participants. */
  readonly limit: number;
}

export type BigStickProblem = PlanProblem | PairProblem | 'limit not a whole number above zero';

export const bigStickChecks: readonly DesignCheck<BigStickProblem, BigStickMethod>[] = [
  ...planChecks,
  ...pairChecks,
  ['limit not a whole number above zero', ({ limit }) => !isCount(limit)],
];

const chanceWithin =
  (limit: number): FirstArmChance =>
  (ahead) => {
    if (Math.abs(ahead) < limit) return evenChance;
    return ahead > 0 ? { times: 0, outOf: 1 } : { times: 1, outOf: 1 };
  };

/** The list of the big stick design (`soares1983`): the difference between the arms never exceeds the limit. */
export const drawBigStick = (method: BigStickMethod, secret: Uint8Array): readonly ListSlot[] =>
  drawByDifference(method, secret, method.algorithm, chanceWithin(method.limit));

export const bigStickProcess = ({ limit }: BigStickMethod): AssignmentProcess => differenceProcess(chanceWithin(limit));
