/**
 * A decision as two pure functions. `evolve` folds the past into state and never refuses; `decide` answers a command with
 * the events that follow from it (none: nothing changes) or with a refusal, which is data.
 */
export interface Decider<C, E, S, R extends { readonly refused: string }> {
  readonly initial: S;
  readonly evolve: (state: S, event: E) => S;
  readonly decide: (command: C, state: S) => readonly E[] | R;
}

/** The state after these events. */
export const stateAfter = <C, E, S, R extends { readonly refused: string }>(
  decider: Decider<C, E, S, R>,
  events: readonly E[],
): S => events.reduce(decider.evolve, decider.initial);
