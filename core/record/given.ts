import assert from 'node:assert/strict';
import { type Decider, stateAfter } from './decider.ts';

/**
 * A decision read aloud, for tests: `given(decider, ...past).when(command)` followed by `.then(...events)`,
 * `.refuses(reason)` or `.changesNothing()`. Compares whole events; says what was answered when it differs.
 */
export const given = <C, E, S, R extends { readonly refused: string }>(
  decider: Decider<C, E, S, R>,
  ...past: readonly E[]
) => ({
  when: (command: C) => {
    const answer = decider.decide(command, stateAfter(decider, past));
    return {
      // biome-ignore lint/suspicious/noThenProperty: read as a sentence; nobody awaits it
      then: (...events: readonly E[]): void => assert.deepEqual(answer, events),
      refuses: (reason: R['refused']): void =>
        assert.deepEqual('refused' in answer ? answer.refused : { events: answer }, reason),
      changesNothing: (): void => assert.deepEqual(answer, []),
    };
  },
});
