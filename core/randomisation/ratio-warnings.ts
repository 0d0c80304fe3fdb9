import { type ArmShare, ratioSum } from './arm-shares.ts';
import type { ListSlot } from './list-slot.ts';

/** An arm has more or fewer slots than its ratio lets expect. Without a stratum, on the whole list. */
export interface RatioWarning {
  readonly warning: 'ratio far off';
  readonly stratum?: string;
  readonly arm: string;
  readonly slots: number;
  /** Slots of this arm by the ratio, unrounded. */
  readonly expected: number;
}

/** Standard deviations of simple randomisation, beyond which a list does not look drawn in the ratio. */
const farOff = 3;

const warningsIn = (arms: readonly ArmShare[], slots: readonly ListSlot[], stratum?: string): readonly RatioWarning[] =>
  arms.flatMap(({ id, ratio }) => {
    const share = ratio / ratioSum(arms);
    const expected = slots.length * share;
    const count = slots.filter(({ arm }) => arm === id).length;
    if (Math.abs(count - expected) <= farOff * Math.sqrt(expected * (1 - share))) return [];
    const where = stratum === undefined ? {} : { stratum };
    return [{ warning: 'ratio far off', ...where, arm: id, slots: count, expected }];
  });

/**
 * Where a list is farther from its ratio than simple randomisation would bring it by chance (three standard deviations of
 * the binomial count): in a stratum, or on the whole. A reason to ask back, not to refuse: the list may be meant so.
 */
export const findRatioWarnings = (list: {
  readonly arms: readonly ArmShare[];
  readonly slots: readonly ListSlot[];
}): readonly RatioWarning[] => {
  const strata = Map.groupBy(list.slots, ({ stratum }) => stratum);
  const inStrata = [...strata].flatMap(([stratum, slots]) => warningsIn(list.arms, slots, stratum));
  return strata.size === 1 ? inStrata : [...inStrata, ...warningsIn(list.arms, list.slots)];
};
