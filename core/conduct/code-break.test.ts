import assert from 'node:assert/strict';
import test from 'node:test';
import { evolveAllocation, noAllocation } from './allocation-state.ts';
import { tellsOfOthers } from './code-break.ts';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';
import type { AllocationEvent } from './trial-event.ts';

const study = g.shipped('nct03673748');
const arms = ['cells', 'placebo', 'placebo', 'cells'];
const taking = (participant: string, slot: number): AllocationEvent => ({
  type: 'slot taken',
  participant,
  stratum: 'all',
  slot,
  arm: arms[slot - 1] ?? '',
});
const state = [
  { type: 'allocation list generated', list: g.listOf(...arms) } as const,
  ...['P-1', 'P-2', 'P-3'].map((participant, index) => taking(participant, index + 1)),
].reduce(evolveAllocation, noAllocation);

/** Blocks of 2 and 4, by hand: slot 2 is the other arm with 1/2 + 1/2 · 2/3; no number of a paper. */
test('in blocks of two and four the neighbour is told most', () => {
  const told = tellsOfOthers(study, state, 'P-1', new Set()) ?? assert.fail();
  assert.deepEqual(
    told.map(({ participant }) => participant),
    ['P-2', 'P-3'],
  );
  assert.ok(Math.abs((told[0]?.atMost ?? 0) - 5 / 6) < 1e-12);
  assert.equal(told[0]?.before, 0.5);
  assert.ok((told[1]?.atMost ?? 1) < 5 / 6);
});

test('a code that was broken before counts, and is not told of again', () => {
  const told = tellsOfOthers(study, state, 'P-1', new Set(['P-2'])) ?? assert.fail();
  assert.deepEqual(
    told.map(({ participant }) => participant),
    ['P-3'],
  );
});

test('nobody of that name, and a study without a list of ours, forecast nothing', () => {
  assert.equal(tellsOfOthers(study, state, 'P-9', new Set()), undefined);
  assert.equal(tellsOfOthers(g.shipped('nct04318600'), state, 'P-1', new Set()), undefined);
});

test('at the desk: the forecast records nothing, the arm goes to who asked, and the public log never names it', () => {
  const { desk, log, act } = g.openedDesk(study, g.listOf(...arms));
  assert.ok(isRefusal(desk.breakCode('P-1', { on: '2026-06-02', reason: 'anaphylaxis' }, act())));
  assert.equal(desk.forecastCodeBreak('P-1'), undefined);
  const told = log.all().filter(({ event }) => event.type !== 'study approved');
  assert.doesNotMatch(JSON.stringify(told), /placebo|cells/);
});
