import type { ArmShare } from './arm-shares.ts';

/** How many participants each arm has, in the order of the arms. */
export type ArmCounts = readonly number[];

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;

/**
 * The ratio in lowest terms, and for each arm how many units one participant weighs so that arms in their ratio weigh the
 * same: whole numbers, compared exactly. 2 to 1 weighs 1 and 2 in units of a half.
 */
export interface ArmScale {
  readonly ratio: readonly number[];
  readonly weight: readonly number[];
  /** Units in one participant of an arm whose share is 1. */
  readonly unit: number;
}

export const scaleOf = (arms: readonly ArmShare[]): ArmScale => {
  const divisor = arms.reduce((all, { ratio }) => gcd(all, ratio), 0);
  const ratio = arms.map((arm) => arm.ratio / divisor);
  const unit = ratio.reduce(lcm, 1);
  return { ratio, weight: ratio.map((share) => unit / share), unit };
};

const weigh = ({ weight }: ArmScale, counts: ArmCounts): readonly number[] =>
  counts.map((count, arm) => count * (weight[arm] ?? 0));

/**
 * The imbalance: the largest less the smallest of the counts, each divided by its arm's share of the ratio in lowest terms.
 * For two equal arms the difference of their sizes; zero exactly when the arms stand in their ratio.
 */
export const imbalanceOf = (scale: ArmScale, counts: ArmCounts): number => {
  const weighed = weigh(scale, counts);
  return (Math.max(...weighed) - Math.min(...weighed)) / scale.unit;
};

/** The arms that are most behind their ratio, by place: the convergence guesser guesses one of them, with equal chances. */
export const mostBehind = (scale: ArmScale, counts: ArmCounts): readonly number[] => {
  const weighed = weigh(scale, counts);
  const least = Math.min(...weighed);
  return counts.map((_, arm) => arm).filter((arm) => weighed[arm] === least);
};

/** One participant more in an arm. Whole rounds of the ratio are left out: they change neither imbalance nor guess. */
export const countOneMore = ({ ratio }: ArmScale, counts: ArmCounts, arm: number): ArmCounts => {
  const more = counts.map((count, index) => (index === arm ? count + 1 : count));
  const isRound = more.every((count, index) => count >= (ratio[index] ?? 1));
  return isRound ? more.map((count, index) => count - (ratio[index] ?? 1)) : more;
};
