import { type DesignCheck, hasTwins, isCount } from './design-checks.ts';

/** An arm, and how many participants it takes. */
export interface ArmPlaces {
  readonly id: string;
  readonly participants: number;
}

/** Not by chance: the participant or the physician chooses, while the arm has places. */
export interface AssignedMethod {
  readonly algorithm: 'assigned/1';
  readonly arms: readonly ArmPlaces[];
}

/** One arm for everybody. */
export interface SingleGroupMethod {
  readonly algorithm: 'single-group/1';
  readonly arm: string;
}

export type AssignedProblem = 'no arms' | 'arm named twice' | 'places not a whole number above zero';
export type SingleGroupProblem = 'arm without a name';

export const assignedChecks: readonly DesignCheck<AssignedProblem, AssignedMethod>[] = [
  ['no arms', ({ arms }) => arms.length === 0],
  ['arm named twice', ({ arms }) => hasTwins(arms.map(({ id }) => id))],
  ['places not a whole number above zero', ({ arms }) => !arms.every(({ participants }) => isCount(participants))],
];

export const singleGroupChecks: readonly DesignCheck<SingleGroupProblem, SingleGroupMethod>[] = [
  ['arm without a name', ({ arm }) => arm.trim() === ''],
];

/** Why a choice cannot be followed. `open` are the arms that still have places: none when the study is full. */
export type ChoiceRefused =
  | { readonly refused: 'no choice made' }
  | { readonly refused: 'unknown arm'; readonly arm: string }
  | { readonly refused: 'arm full'; readonly arm: string; readonly open: readonly string[] };

/**
 * The arm that was chosen, if it has a place left. `taken` holds the arm of everyone who has a place. When one of two arms
 * is full, who comes later can only choose the other.
 */
export const followChoice = (
  { arms }: AssignedMethod,
  choice: string | undefined,
  taken: readonly string[],
): string | ChoiceRefused => {
  if (choice === undefined) return { refused: 'no choice made' };
  if (!arms.some(({ id }) => id === choice)) return { refused: 'unknown arm', arm: choice };
  const open = arms
    .filter(({ id, participants }) => taken.filter((arm) => arm === id).length < participants)
    .map(({ id }) => id);
  return open.includes(choice) ? choice : { refused: 'arm full', arm: choice, open };
};
