import { scaleOf } from './arm-counts.ts';
import { type ArmShare, ratioSum } from './arm-shares.ts';
import { type ArmProblem, armChecks, type DesignCheck, hasTwins, isCount } from './design-checks.ts';
import { type ExactChance, isChance } from './exact-chance.ts';

/** What the arms are balanced over: the sex, the site, a rule of the study. */
export interface BalancedFactor {
  readonly id: string;
  readonly levels: readonly string[];
  /** Whole number; 1 unless said. */
  readonly weight?: number;
}

/** The level that a participant has of each factor. */
export type FactorLevels = Readonly<Record<string, string>>;

/**
 * Minimisation: the arm that would leave the factors most even comes with a fixed chance (`pocock1975`). In a ratio other
 * than 1 to 1 it is the biased-coin minimisation of `han2009`, which keeps the ratio in the long run, not at every step.
 */
export interface MinimisationMethod {
  readonly algorithm: 'minimisation/1';
  readonly arms: readonly ArmShare[];
  readonly factors: readonly BalancedFactor[];
  /** How uneven the arms are among those of one level: largest less smallest count, or the variance of the counts. */
  readonly measure: 'range' | 'variance';
  /** The chance of the smallest arm when it is preferred, and of every arm in equal ones; 4 out of 5 unless said. */
  readonly chance?: ExactChance;
}

/** The chance of the preferred arm where the protocol names none: in common use, and leaves an element of chance. */
export const minimisationChance: ExactChance = { times: 4, outOf: 5 };

/** Why nobody is allocated by it. Of a chance of 1, who knows the factors of those before would know the next arm. */
export type MinimisationProblem =
  | ArmProblem
  | 'ratio too fine'
  | 'fewer than two arms'
  | 'no factors'
  | 'factor named twice'
  | 'factor without levels'
  | 'level named twice'
  | 'weight not a whole number above zero'
  | 'chance not a fraction of whole numbers'
  | 'chance too fine'
  | 'chance below the share of the smallest arm'
  | 'chance a certainty';

/** Units that a participant may weigh (`scaleOf`), so that sums of squares are compared exactly. */
const finestUnit = 100;

/** The ratio of the smallest arm. */
export const smallestRatio = (arms: readonly ArmShare[]): number => Math.min(...arms.map(({ ratio }) => ratio));

export const minimisationChecks: readonly DesignCheck<MinimisationProblem, MinimisationMethod>[] = [
  ...armChecks,
  ['ratio too fine', ({ arms }) => scaleOf(arms).unit > finestUnit],
  ['fewer than two arms', ({ arms }) => arms.length < 2],
  ['no factors', ({ factors }) => factors.length === 0],
  ['factor named twice', ({ factors }) => hasTwins(factors.map(({ id }) => id))],
  ['factor without levels', ({ factors }) => factors.some(({ levels }) => levels.length === 0)],
  ['level named twice', ({ factors }) => factors.some(({ levels }) => hasTwins(levels))],
  ['weight not a whole number above zero', ({ factors }) => factors.some(({ weight = 1 }) => !isCount(weight))],
  ['chance not a fraction of whole numbers', ({ chance = minimisationChance }) => !isChance(chance)],
  [
    'chance too fine',
    ({ arms, chance = minimisationChance }) => chance.outOf * (ratioSum(arms) - smallestRatio(arms)) > 2 ** 32,
  ],
  [
    'chance below the share of the smallest arm',
    ({ arms, chance = minimisationChance }) => chance.times * ratioSum(arms) < chance.outOf * smallestRatio(arms),
  ],
  ['chance a certainty', ({ chance = minimisationChance }) => chance.times === chance.outOf],
];

/** The first factor of which a participant has no level, or one that the method does not know. */
export const strangeFactor = ({ factors }: MinimisationMethod, given: FactorLevels): BalancedFactor | undefined =>
  factors.find(({ id, levels }) => !Object.hasOwn(given, id) || !levels.includes(given[id] ?? ''));
