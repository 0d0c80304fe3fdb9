import { canonicalText } from '#core/record/canonical.ts';
import type { FactorLevels } from './minimisation.ts';

/** The stratum of everyone where the method has none. */
export const wholeStudy = 'all';

/** Whose place somebody takes over: with the next slot like everyone else, or in the same arm. */
export interface Replacing {
  readonly participant: string;
  readonly takes: 'next slot' | 'same arm';
}

/** Who asks for an arm, with what the method looks at. */
export interface Newcomer {
  readonly participant: string;
  /** `wholeStudy` where the method has no strata. */
  readonly stratum: string;
  /** For minimisation: the level of each factor. */
  readonly levels?: FactorLevels;
  /** For arms that are assigned: the arm that was chosen. */
  readonly choice?: string;
  readonly replaces?: Replacing;
}

/** What a newcomer was given, with what was asked: kept as it is, and never given again. */
export interface Allocation extends Newcomer {
  /** On a list the slot of the stratum, else the how-manieth participant. */
  readonly slot: number;
  readonly arm: string;
  readonly kit?: string;
  /**
   * Present when it came from the replacement list, which repeats the list slot by slot: 1 for who replaces the first
   * holder of the slot, 2 for who replaces the second. So a slot number tells nobody more than the one it replaces.
   */
  readonly replacement?: number;
}

/** Whether an allocation answers exactly this question, so that a retry is told from another question of the same name. */
export const answersNewcomer = (
  { participant, stratum, levels, choice, replaces }: Allocation,
  newcomer: Newcomer,
): boolean => {
  const { participant: who, stratum: where, levels: of, choice: wish, replaces: whom } = newcomer;
  return (
    canonicalText({ participant, stratum, levels, choice, replaces }) ===
    canonicalText({ participant: who, stratum: where, levels: of, choice: wish, replaces: whom })
  );
};
