import { type ArmShare, drawArm, ratioSum } from './arm-shares.ts';
import { type ArmTally, openArmTally } from './arm-tally.ts';
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

/** For each arm: how uneven the factors would be, weighted and added up, if the newcomer came to it; counts by the ratio. */
const totalsByArm = (method: MinimisationMethod, levels: FactorLevels, tally: ArmTally): readonly number[] => {
  const { weight: scale } = tally.scale;
  const measure = unevenness[method.measure];
  const after = new Array<number>(method.arms.length).fill(0);
  return method.arms.map((_, candidate) => {
    let total = 0;
    method.factors.forEach(({ id, weight = 1 }, factor) => {
      const counts = tally.sharing(factor, levels[id]);
      for (let arm = 0; arm < after.length; arm += 1)
        after[arm] = ((counts[arm] ?? 0) + (arm === candidate ? 1 : 0)) * (scale[arm] ?? 1);
      total += weight * measure(after);
    });
    return total;
  });
};

const tallyOf = (method: MinimisationMethod, before: readonly AllocatedBefore[]): ArmTally => {
  const tally = openArmTally(method);
  for (const { arm, levels } of before)
    tally.add(
      levels,
      method.arms.findIndex(({ id }) => id === arm),
    );
  return tally;
};

/** The places of the arms that would leave the factors most even; several when they are tied. */
const preferredPlaces = (method: MinimisationMethod, levels: FactorLevels, tally: ArmTally): readonly number[] => {
  const totals = totalsByArm(method, levels, tally);
  const least = Math.min(...totals);
  return totals.flatMap((total, arm) => (total === least ? [arm] : []));
};

/** The arms that would leave the factors most even; several when they are tied. */
export const preferredArms = (
  method: MinimisationMethod,
  levels: FactorLevels,
  before: readonly AllocatedBefore[],
): readonly ArmShare[] =>
  preferredPlaces(method, levels, tallyOf(method, before)).flatMap((arm) => method.arms[arm] ?? []);

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
 * The place of the arm of the next participant by minimisation (`pocock1975`): of the arms that would leave the factors
 * most even one is preferred, those tied drawn in their ratio; it comes with its chance, and else one of the others, in
 * their ratio. Equal arms are drawn evenly.
 */
export const minimiseBy = (
  method: MinimisationMethod,
  tally: ArmTally,
  levels: FactorLevels,
  stream: Stream,
): number => {
  const { arms } = tally;
  const tied = preferredPlaces(method, levels, tally).flatMap((place) => arms[place] ?? []);
  const preferred = drawArm(tied, stream);
  if (comesTrue(chanceOfPreferred(method, preferred), stream)) return preferred.place;
  return drawArm(
    arms.filter(({ place }) => place !== preferred.place),
    stream,
  ).place;
};

/** The arm of the next participant. Everyone allocated before counts, also who has left the study. */
export const minimise = (
  method: MinimisationMethod,
  levels: FactorLevels,
  before: readonly AllocatedBefore[],
  stream: Stream,
): string => {
  const arm = method.arms[minimiseBy(method, tallyOf(method, before), levels, stream)];
  if (arm === undefined) throw new Error('minimisation: an arm beyond the method');
  return arm.id;
};
