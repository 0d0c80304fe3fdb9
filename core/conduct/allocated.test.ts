import assert from 'node:assert/strict';
import test from 'node:test';
import { againstAllocation, telling } from './allocated.ts';
import { firstRefusal } from './first-refusal.ts';
import * as g from './given.ts';
import type { AllocationEvent, ParticipantEvent } from './trial-event.ts';

const fact: ParticipantEvent = { type: 'participant assigned', on: '2026-06-01' };
const taking: AllocationEvent = { type: 'place taken', arm: 'cells', participant: g.id };
const told: ParticipantEvent = { type: 'assignment disclosed', arm: 'cells' };

test('an open design tells the arm at once; any other keeps it in the sealed log', () => {
  const open = telling(g.shipped('nct01741857'), fact, 'cells', taking);
  assert.deepEqual(open, { open: [fact, told], allocation: [taking], sealed: [] });
  for (const trial of ['nct03580291', 'nct03673748', 'nct04318600'])
    assert.deepEqual(telling(g.shipped(trial), fact, 'cells', taking), {
      open: [fact],
      allocation: [taking],
      sealed: [told],
    });
});

test('nobody is allocated twice, before enrolment, on no day, or when no longer eligible', () => {
  const study = g.shipped('nct05631717');
  const enrolled = [...g.screened(study), g.assessedEligible, g.enrolled];
  const rows = [
    [enrolled, '2026-06-01', undefined],
    [[...enrolled, fact], '2026-06-01', 'done already'],
    [g.screened(study), '2026-06-01', 'not enrolled'],
    [enrolled, 'never', 'date impossible'],
    [enrolled, '2026-05-19', 'date impossible'],
    [enrolled, '2026-06-20', 'information missing'],
  ] as const;
  for (const [past, on, refused] of rows) {
    const found = firstRefusal(againstAllocation(g.participantAfter(past), g.settingOf(study), on));
    assert.equal(found?.refused, refused, `${on} ${past.length}`);
  }
});
