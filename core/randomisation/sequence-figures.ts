import { countOneMore, imbalanceOf, mostBehind, scaleOf } from './arm-counts.ts';
import type { ArmShare } from './arm-shares.ts';
import { gatherImbalances, type SchemeFigures } from './scheme-figures.ts';

/** Standard errors of simulated figures. */
export interface SimulationErrors {
  readonly correctGuesses: number;
  readonly meanImbalance: number;
}

/** What one list came to. */
interface ListOutcome {
  /** Expected share of correct guesses: a tie between two arms counts a half. */
  readonly correct: number;
  readonly imbalance: number;
}

const follow = (arms: readonly ArmShare[], sequence: readonly string[]): ListOutcome => {
  const scale = scaleOf(arms);
  const places = new Map(arms.map(({ id }, index) => [id, index]));
  let counts: readonly number[] = arms.map(() => 0);
  let correct = 0;
  for (const id of sequence) {
    const arm = places.get(id) ?? -1;
    const guesses = mostBehind(scale, counts);
    if (guesses.includes(arm)) correct += 1 / guesses.length;
    counts = countOneMore(scale, counts, arm);
  }
  return { correct: correct / sequence.length, imbalance: imbalanceOf(scale, counts) };
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const errorOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
};

/**
 * The figures of lists that were drawn, each the arms of its participants in order, all of one length; with the standard
 * errors of the two means, for which two lists are needed. Which allocations were certain a list does not show.
 */
export const summariseSequences = (
  arms: readonly ArmShare[],
  sequences: readonly (readonly string[])[],
): Omit<SchemeFigures, 'certain'> & { readonly errors: SimulationErrors } => {
  const outcomes = sequences.map((sequence) => follow(arms, sequence));
  const correct = outcomes.map((outcome) => outcome.correct);
  const imbalance = outcomes.map((outcome) => outcome.imbalance);
  return {
    participants: sequences[0]?.length ?? 0,
    correctGuesses: meanOf(correct),
    meanImbalance: meanOf(imbalance),
    imbalances: gatherImbalances(imbalance.map((one) => ({ imbalance: one, chance: 1 / sequences.length }))),
    errors: { correctGuesses: errorOf(correct), meanImbalance: errorOf(imbalance) },
  };
};
