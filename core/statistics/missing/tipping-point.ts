import type { Counts, CountsProblem, NotEstimable } from '../counts.ts';
import { refuseCounts } from '../counts.ts';
import { computeDifferenceInterval } from '../intervals/miettinen-nurminen.ts';

/** An arm of a binary endpoint: responses among those whose response is known, and how many are not known. */
export interface ArmWithMissing extends Counts {
  readonly missing: number;
}

/** One cell of the grid: so many of the missing of each arm counted as responses. */
export interface TippingCell {
  readonly responses1: number;
  readonly responses0: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The conclusion stands: the lower end lies above `above`. */
  readonly holds: boolean;
}

export interface TippingGrid {
  readonly method: 'tipping-point-binary/1';
  /** All cells, by responses of arm 1, then of arm 0. */
  readonly cells: readonly TippingCell[];
  /** For each number of responses imputed in arm 1, the least in arm 0 with which the conclusion falls; absent where it never does. */
  readonly border: readonly { readonly responses1: number; readonly firstFalling?: number }[];
  readonly conventions: {
    readonly interval: 'miettinen-nurminen/1';
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0';
    readonly above: number;
  };
}

const cellAt = (
  arm1: ArmWithMissing,
  arm0: ArmWithMissing,
  responses1: number,
  responses0: number,
  above: number,
  confidence: number,
): TippingCell => {
  const complete = (arm: ArmWithMissing, responses: number): Counts => ({
    events: arm.events + responses,
    of: arm.of + arm.missing,
  });
  const found = computeDifferenceInterval(complete(arm1, responses1), complete(arm0, responses0), confidence);
  if (!('method' in found)) throw new Error(`tipping point: ${found.notEstimable} after the counts were checked`);
  const { estimate, lower, upper } = found;
  return { responses1, responses0, estimate, lower, upper, holds: lower > above };
};

/**
 * Tipping point of a binary endpoint (`yan2009`): every number of responses among the missing of either arm, with Miettinen
 * and Nurminen's interval at each, and the border where the conclusion falls. `above` is what the lower end must pass: 0 for
 * superiority, −margin for non-inferiority. Each cell is the interval of `miettinen1985`, to its digits.
 * Refuses counts that are none, and arms without participants.
 */
export const deriveTippingGrid = (
  arm1: ArmWithMissing,
  arm0: ArmWithMissing,
  above = 0,
  confidence = 0.95,
): TippingGrid | NotEstimable<CountsProblem> => {
  const whole = [arm1, arm0].map(({ events, of, missing }) => ({ events, of: of + missing }));
  const missing = [arm1, arm0].map((arm) => ({ events: arm.missing, of: Math.max(1, arm.missing) }));
  // Responses may not outnumber those whose response is known, who may be nobody.
  const known = [arm1, arm0].map(({ events, of }) => ({ events, of: of === 0 && events === 0 ? 1 : of }));
  const refusal = refuseCounts([...whole, ...missing, ...known], confidence);
  if (refusal !== undefined) return refusal;
  const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, i) => i);
  const rows = upTo(arm1.missing).map((responses1) =>
    upTo(arm0.missing).map((responses0) => cellAt(arm1, arm0, responses1, responses0, above, confidence)),
  );
  return {
    method: 'tipping-point-binary/1',
    cells: rows.flat(),
    border: rows.map((row, responses1) => {
      const falling = row.find(({ holds }) => !holds);
      return { responses1, ...(falling && { firstFalling: falling.responses0 }) };
    }),
    conventions: { interval: 'miettinen-nurminen/1', confidence, direction: 'arm 1 - arm 0', above },
  };
};
