import type { AssignmentProcess } from './assignment-process.ts';
import {
  type DesignCheck,
  type ListPlan,
  type PairProblem,
  type PlanProblem,
  pairChecks,
  planChecks,
} from './design-checks.ts';
import { differenceProcess, drawByDifference, type FirstArmChance } from './difference-coin.ts';
import { complement, type ExactChance, evenChance, isChance, toNumber } from './exact-chance.ts';
import type { ListSlot } from './list-slot.ts';

/** Of two arms, the one that is behind comes with a fixed chance; a fair coin when they are level. */
export interface BiasedCoinMethod extends ListPlan {
  readonly algorithm: 'biased-coin/1';
  /** The chance of the arm that is behind; 2 out of 3 unless said. */
  readonly chance?: ExactChance;
}

/** The chance that Efron favours (`efron1971`). */
export const efronChance: ExactChance = { times: 2, outOf: 3 };

export type BiasedCoinProblem =
  | PlanProblem
  | PairProblem
  | 'chance not a fraction of whole numbers'
  | 'chance below an even one';

export const biasedCoinChecks: readonly DesignCheck<BiasedCoinProblem, BiasedCoinMethod>[] = [
  ...planChecks,
  ...pairChecks,
  ['chance not a fraction of whole numbers', ({ chance = efronChance }) => !isChance(chance)],
  ['chance below an even one', ({ chance = efronChance }) => toNumber(chance) < 0.5],
];

const chanceTowards =
  (chance: ExactChance): FirstArmChance =>
  (ahead) => {
    if (ahead === 0) return evenChance;
    return ahead < 0 ? chance : complement(chance);
  };

/** The list of the biased coin design (`efron1971`). */
export const drawBiasedCoin = (method: BiasedCoinMethod, secret: Uint8Array): readonly ListSlot[] =>
  drawByDifference(method, secret, method.algorithm, chanceTowards(method.chance ?? efronChance));

export const biasedCoinProcess = ({ chance = efronChance }: BiasedCoinMethod): AssignmentProcess =>
  differenceProcess(chanceTowards(chance));
