import { type ArmShare, ratioSum } from './arm-shares.ts';

/** What every list is drawn for. */
export interface ListPlan {
  readonly arms: readonly ArmShare[];
  /** Each has a list of its own. */
  readonly strata: readonly string[];
  readonly slotsPerStratum: number;
}

export type ArmProblem = 'no arms' | 'arm named twice' | 'ratio not a whole number above zero';
export type StrataProblem = 'no strata' | 'stratum named twice';
export type StratumProblem = StrataProblem | 'slots not a whole number above zero';
export type PlanProblem = ArmProblem | StratumProblem | 'list too long';
export type PairProblem = 'not two arms' | 'ratio not equal';

/** A problem, and how it is seen in a design. */
export type DesignCheck<P extends string, D> = readonly [problem: P, found: (design: D) => boolean];

/** The first problem of a design, in the order of the checks; none when the design can be used. */
export const firstProblem = <P extends string, D>(checks: readonly DesignCheck<P, D>[], design: D): P | undefined =>
  checks.find(([, found]) => found(design))?.[0];

/** Slots on a list, all strata together. */
export const longestList = 1_000_000;

export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
export const hasTwins = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

export const armChecks: readonly DesignCheck<ArmProblem, Pick<ListPlan, 'arms'>>[] = [
  ['no arms', ({ arms }) => arms.length === 0],
  ['arm named twice', ({ arms }) => hasTwins(arms.map(({ id }) => id))],
  // A sum above 2^32 could not be drawn without bias.
  [
    'ratio not a whole number above zero',
    ({ arms }) => !arms.every(({ ratio }) => isCount(ratio)) || ratioSum(arms) > 2 ** 32,
  ],
];

export const strataChecks: readonly DesignCheck<StrataProblem, Pick<ListPlan, 'strata'>>[] = [
  ['no strata', ({ strata }) => strata.length === 0],
  ['stratum named twice', ({ strata }) => hasTwins(strata)],
];

export const stratumChecks: readonly DesignCheck<StratumProblem, Omit<ListPlan, 'arms'>>[] = [
  ...strataChecks,
  ['slots not a whole number above zero', ({ slotsPerStratum }) => !isCount(slotsPerStratum)],
];

/** Everything a list plan needs, whatever the method. */
export const planChecks: readonly DesignCheck<PlanProblem, ListPlan>[] = [
  ...armChecks,
  ...stratumChecks,
  ['list too long', ({ strata, slotsPerStratum }) => strata.length * slotsPerStratum > longestList],
];

/** For the methods that are defined by the difference between two arms. */
export const pairChecks: readonly DesignCheck<PairProblem, Pick<ListPlan, 'arms'>>[] = [
  ['not two arms', ({ arms }) => arms.length !== 2],
  ['ratio not equal', ({ arms }) => new Set(arms.map(({ ratio }) => ratio)).size > 1],
];
