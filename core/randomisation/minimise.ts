import { scaleOf } from './arm-counts.ts';
import { type ArmShare, drawArm, ratioSum } from './arm-shares.ts';
import { comesTrue, type ExactChance } from './exact-chance.ts';
import { type FactorLevels, type MinimisationMethod, minimisationChance, smallestRatio } from './minimisation.ts';
import type { Stream } from './stream.ts';

/** Somebody who was allocated before: what minimisation looks at. */
export interface AllocatedBefore {
  readonly arm: string;
  readonly levels: FactorLevels;
}

/** In whole numbers, so that two arms are tied exactly or not at all. */
const unevenness: Readonly<Record<MinimisationMethod['measure'], (counts: readonly number[]) => number>> = {
  range: (counts) => Math.max(...counts) - Math.min(...counts),
  // The variance times the square of the number of arms, which is the same for all that are compared.
  variance: (counts) => {
    const sum = counts.reduce((all, count) => all + count, 0);
    return counts.length * counts.reduce((all, count) => all + count ** 2, 0) - sum ** 2;
  },
};

const countArms = (method: MinimisationMethod, before: readonly AllocatedBefore[]): readonly number[] =>
  method.arms.map(({ id }) => before.filter(({ arm }) => arm === id).length);

/** For each arm: how uneven the factors would be, weighted and added up, if the newcomer came to it; counts by the ratio. */
const totalsByArm = (
  method: MinimisationMethod,
  levels: FactorLevels,
  before: readonly AllocatedBefore[],
): readonly number[] => {
  const counted = method.factors.map(({ id, weight = 1 }) => ({
    weight,
    counts: countArms(
      method,
      before.filter((other) => other.levels[id] === levels[id]),
    ),
  }));
  const scale = scaleOf(method.arms).weight;
  return method.arms.map((_, candidate) =>
    counted.reduce((total, { weight, counts }) => {
      const after = counts.map((count, arm) => (arm === candidate ? count + 1 : count) * (scale[arm] ?? 1));
      return total + weight * unevenness[method.measure](after);
    }, 0),
  );
};

/** The arms that would leave the factors most even; several when they are tied. */
export const preferredArms = (
  method: MinimisationMethod,
  levels: FactorLevels,
  before: readonly AllocatedBefore[],
): readonly ArmShare[] => {
  const totals = totalsByArm(method, levels, before);
  const least = Math.min(...totals);
  return method.arms.filter((_, arm) => totals[arm] === least);
};

/**
 * The chance of an arm that is preferred (`han2009`, biased-coin minimisation): it is left for the others in proportion to
 * their ratio, so that arms preferred as often as their ratio says also come as often. In equal arms that of the method.
 */
export const chanceOfPreferred = (
  { arms, chance = minimisationChance }: MinimisationMethod,
  of: ArmShare,
): ExactChance => {
  const outOf = chance.outOf * (ratioSum(arms) - smallestRatio(arms));
  return { times: outOf - (chance.outOf - chance.times) * (ratioSum(arms) - of.ratio), outOf };
};

/**
 * The arm of the next participant by minimisation (`pocock1975`): of the arms that would leave the factors most even one
 * is preferred, those tied drawn in their ratio; it comes with its chance, and else one of the others, in their ratio. Equal
 * arms are drawn evenly. Everyone allocated before counts, also who has left the study.
 */
export const minimise = (
  method: MinimisationMethod,
  levels: FactorLevels,
  before: readonly AllocatedBefore[],
  stream: Stream,
): string => {
  const preferred = drawArm(preferredArms(method, levels, before), stream);
  if (comesTrue(chanceOfPreferred(method, preferred), stream)) return preferred.id;
  const others = method.arms.filter(({ id }) => id !== preferred.id);
  return drawArm(others, stream).id;
};
