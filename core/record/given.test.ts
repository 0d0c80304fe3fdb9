import assert from 'node:assert/strict';
import test from 'node:test';
import type { Decider } from './decider.ts';
import { given } from './given.ts';

type Event = { readonly type: 'door opened' } | { readonly type: 'door closed' };
type Command = { readonly type: 'open' | 'close' | 'knock' };
type Refusal = { readonly refused: 'already open' | 'already closed' };

const opened: Event = { type: 'door opened' };
const closed: Event = { type: 'door closed' };

const door: Decider<Command, Event, boolean, Refusal> = {
  initial: false,
  evolve: (_, event) => event.type === 'door opened',
  decide: ({ type }, open) => {
    if (type === 'knock') return [];
    if (type === 'open') return open ? { refused: 'already open' } : [opened];
    return open ? [closed] : { refused: 'already closed' };
  },
};

test('then, refuses and changesNothing hold where they should', () => {
  given(door).when({ type: 'open' }).then(opened);
  given(door, opened, closed).when({ type: 'open' }).then(opened);
  given(door, opened).when({ type: 'open' }).refuses('already open');
  given(door, opened).when({ type: 'knock' }).changesNothing();
});

const wrong: readonly (readonly [why: string, claim: () => void])[] = [
  ['another event', () => given(door).when({ type: 'open' }).then(closed)],
  ['an event too many', () => given(door).when({ type: 'open' }).then(opened, closed)],
  ['events where it refuses', () => given(door, opened).when({ type: 'open' }).then(opened)],
  ['a refusal where there are events', () => given(door).when({ type: 'open' }).refuses('already open')],
  ['another refusal', () => given(door).when({ type: 'close' }).refuses('already open')],
  ['nothing where there are events', () => given(door).when({ type: 'open' }).changesNothing()],
  ['nothing where it refuses', () => given(door, opened).when({ type: 'open' }).changesNothing()],
];
for (const [why, claim] of wrong) {
  test(`a wrong claim fails: ${why}`, () => assert.throws(claim, assert.AssertionError));
}
