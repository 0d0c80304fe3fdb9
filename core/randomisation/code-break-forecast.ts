import type { AssignmentProcess } from './assignment-process.ts';
import { type ArmChances, computeSlotChances } from './slot-chances.ts';

/** How well the arm of another participant can be guessed, before a code is broken and after it. */
export interface ToldOfOther {
  /** The slot of the other, from 0. */
  readonly slot: number;
  readonly before: number;
  /** On average over what the broken code may say, and where it says the most. */
  readonly expected: number;
  readonly atMost: number;
}

const surest = (chances: ArmChances | undefined): number => Math.max(...(chances ?? [0]));

/**
 * What breaking the code of one slot would tell of the others, for somebody who knows the method and the arms of some
 * slots. It is asked before the code is broken, and uses none of the arms that are still sealed.
 */
export const forecastCodeBreak = (
  process: AssignmentProcess,
  arms: number,
  known: readonly (number | undefined)[],
  opened: number,
): readonly ToldOfOther[] => {
  const before = computeSlotChances(process, arms, known);
  const own = before[opened] ?? [];
  const outcomes = own.flatMap((chance, arm) =>
    chance === 0
      ? []
      : [
          {
            chance,
            after: computeSlotChances(
              process,
              arms,
              known.map((each, slot) => (slot === opened ? arm : each)),
            ),
          },
        ],
  );
  return known.flatMap((arm, slot) => {
    if (arm !== undefined || slot === opened) return [];
    const expected = outcomes.reduce((sum, { chance, after }) => sum + chance * surest(after[slot]), 0);
    const atMost = Math.max(...outcomes.map(({ after }) => surest(after[slot])));
    return [{ slot, before: surest(before[slot]), expected, atMost }];
  });
};
