/** Where a method stands between two assignments. Equal numbers are the same state. */
export type ProcessState = readonly number[];

/** One way on from a state: the arm by its place in the list of arms, how likely, and where that leads. */
export interface ProcessStep {
  readonly arm: number;
  readonly chance: number;
  readonly next: ProcessState;
}

/**
 * A method as a Markov chain, from which its imbalance and predictability are computed. What an observer cannot see, such
 * as the size of a block, is drawn by the chain as well: several steps may give the same arm.
 */
export interface AssignmentProcess {
  readonly start: readonly { readonly state: ProcessState; readonly chance: number }[];
  readonly steps: (state: ProcessState) => readonly ProcessStep[];
}
