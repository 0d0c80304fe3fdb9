import { type AllocationMethod, checkMethod, type DrawnMethod, type MethodRefused } from './allocation-method.ts';
import type { AssignmentProcess } from './assignment-process.ts';
import { biasedCoinProcess } from './biased-coin.ts';
import { bigStickProcess } from './big-stick.ts';
import { permutedBlocksProcess } from './block-process.ts';
import { computeChainFigures } from './chain-figures.ts';
import { isCount } from './design-checks.ts';
import type { MinimisationMethod } from './minimisation.ts';
import type { SchemeFigures } from './scheme-figures.ts';
import { type SimulationErrors, summariseSequences } from './sequence-figures.ts';
import { simpleProcess } from './simple.ts';
import { simulateMinimisation } from './simulate-minimisation.ts';

/** How a report is simulated where it cannot be computed. */
export interface SchemeSimulation {
  /** At least 2. */
  readonly lists: number;
  readonly secret: Uint8Array;
}

/** The figures of a scheme with how they were come by: exactly, or from so many lists with the errors of that. */
export type SchemeReport = SchemeFigures &
  ({ readonly by: 'chain' } | { readonly by: 'simulation'; readonly lists: number; readonly errors: SimulationErrors });

export type ReportRefused =
  | MethodRefused
  | {
      readonly refused:
        | 'not drawn by chance'
        | 'participants not a whole number above zero'
        | 'fewer than two lists'
        | 'too many states';
    };

/** A drawn method as a Markov chain. */
export const processOf = (method: DrawnMethod): AssignmentProcess => {
  switch (method.algorithm) {
    case 'simple/1':
      return simpleProcess(method);
    case 'permuted-blocks/1':
      return permutedBlocksProcess(method);
    case 'big-stick/1':
      return bigStickProcess(method);
    case 'biased-coin/1':
      return biasedCoinProcess(method);
    default:
      return method satisfies never;
  }
};

const reportMinimisation = (
  method: MinimisationMethod,
  participants: number,
  { lists, secret }: SchemeSimulation,
): SchemeReport | ReportRefused => {
  if (!isCount(lists) || lists < 2) return { refused: 'fewer than two lists' };
  const sequences = simulateMinimisation(method, participants, lists, secret);
  // A certain chance is refused by the method, so none of its allocations is certain.
  return { ...summariseSequences(method.arms, sequences), certain: 0, by: 'simulation', lists };
};

/**
 * How well the next allocation of a scheme can be guessed, and how uneven the arms may end, for so many participants of one
 * list; a stratified scheme has one for each stratum. Exact for lists drawn by us, simulated for minimisation. Refuses what
 * `checkMethod` refuses, what is not drawn by chance here, and a chain with too many states.
 */
export const reportScheme = (
  method: AllocationMethod,
  participants: number,
  simulation: SchemeSimulation,
): SchemeReport | ReportRefused => {
  const refused = checkMethod(method);
  if (refused !== undefined) return refused;
  if (!isCount(participants)) return { refused: 'participants not a whole number above zero' };
  switch (method.algorithm) {
    case 'uploaded-list/1':
    case 'assigned/1':
    case 'single-group/1':
      return { refused: 'not drawn by chance' };
    case 'minimisation/1':
      return reportMinimisation(method, participants, simulation);
    default: {
      const figures = computeChainFigures(processOf(method), method.arms, participants);
      return figures === undefined ? { refused: 'too many states' } : { ...figures, by: 'chain' };
    }
  }
};
