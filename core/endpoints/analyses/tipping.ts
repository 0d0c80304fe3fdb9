import type { NotEstimable } from '#core/statistics/counts.ts';
import { type ArmWithMissing, deriveTippingGrid, type TippingGrid } from '#core/statistics/missing/tipping-point.ts';

/** What it takes to change the conclusion of an analysis that counts those not known as no response. */
export interface TippingFinding {
  readonly method: TippingGrid['method'];
  /** With nobody of those not known a response. */
  readonly holds: boolean;
  /** In how many of all ways to fill in the conclusion stands. */
  readonly standing: number;
  readonly ways: number;
  /** The change of the conclusion that takes the fewest; of as few the one with the fewest in the new treatment. */
  readonly nearest: { readonly responses1: number; readonly responses0: number } | undefined;
  readonly missing1: number;
  readonly missing0: number;
  readonly grid: TippingGrid;
}

/** Ways to fill in beyond which the grid is not computed. */
const mostWays = 20_000;

/**
 * The tipping point of a comparison of proportions (`yan2009`): every number of responses among those not known in each
 * arm, and how few of them change whether the lower end of Miettinen and Nurminen's interval lies above `above` (0 for
 * superiority, −margin for non-inferiority). Refuses what `deriveTippingGrid` refuses, and more than 20,000 ways.
 */
export const findTipping = (
  arm1: ArmWithMissing,
  arm0: ArmWithMissing,
  above: number,
  confidence: number,
): TippingFinding | NotEstimable<string> => {
  if ((arm1.missing + 1) * (arm0.missing + 1) > mostWays) return { notEstimable: 'too many ways to fill in' };
  const grid = deriveTippingGrid(arm1, arm0, above, confidence);
  if ('notEstimable' in grid) return grid;
  const holds = grid.cells[0]?.holds === true;
  const [nearest] = grid.cells
    .filter((cell) => cell.holds !== holds)
    .toSorted((a, b) => a.responses1 + a.responses0 - b.responses1 - b.responses0 || a.responses1 - b.responses1);
  return {
    method: grid.method,
    holds,
    standing: grid.cells.filter((cell) => cell.holds === holds).length,
    ways: grid.cells.length,
    nearest: nearest && { responses1: nearest.responses1, responses0: nearest.responses0 },
    missing1: arm1.missing,
    missing0: arm0.missing,
    grid,
  };
};
