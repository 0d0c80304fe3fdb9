import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { evolveAllocation, noAllocation } from './allocation-state.ts';
import { decideAssignment } from './assign.ts';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const blocks = /allocation:\n {2}method: permuted blocks\n.*\n.*\n/;
const chosen = g.studyIn(
  text.replace(blocks, 'allocation:\n  method: assigned\n  rule: by choice\n  participants: { msc: 39, il-2: 1 }\n'),
);
const person = g.participantAfter([...g.screened(chosen), g.assessedEligible, g.enrolled]);
const assign = (arm: string, allocation = noAllocation) =>
  decideAssignment({ on: '2026-06-01', arm }, person, g.openTrial, allocation, g.settingOf(chosen));

test('by choice: the fact is public, the place is taken, and in an open trial the arm is told', () => {
  assert.deepEqual(assign('il-2'), {
    open: [
      { type: 'participant assigned', on: '2026-06-01' },
      { type: 'assignment disclosed', arm: 'il-2' },
    ],
    allocation: [{ type: 'place taken', arm: 'il-2', participant: g.id }],
    sealed: [],
  });
});

test('a group that is full takes nobody, and the other one still does', () => {
  const full = evolveAllocation(noAllocation, { type: 'place taken', arm: 'il-2', participant: 'P-002' });
  assert.deepEqual(assign('il-2', full), { refused: 'arm full', arm: 'il-2', participants: 1 });
  assert.ok(!isRefusal(assign('msc', full)));
});

test('who has a place is not asked again, whichever arm is named', () => {
  const placed = evolveAllocation(noAllocation, { type: 'place taken', arm: 'il-2', participant: g.id });
  const assigned = g.participantAfter([
    ...g.screened(chosen),
    g.assessedEligible,
    g.enrolled,
    { type: 'participant assigned', on: '2026-06-01' },
  ]);
  for (const arm of ['il-2', 'msc'])
    assert.deepEqual(decideAssignment({ on: '2026-06-01', arm }, assigned, g.openTrial, placed, g.settingOf(chosen)), {
      refused: 'done already',
      what: 'allocation',
    });
});
