import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { reviewFaults } from './review-order.ts';

const raised = (query = 'Q1', visit = 'week 4'): ParticipantEvent => ({
  type: 'query raised',
  query,
  about: { kind: 'visit', visit },
  text: 'Is this so?',
});
const answered: ParticipantEvent = { type: 'query answered', query: 'Q1', text: 'It is.' };
const closed: ParticipantEvent = { type: 'query closed', query: 'Q1' };
const reopened: ParticipantEvent = { type: 'query reopened', query: 'Q1' };
const withdrawn: ParticipantEvent = { type: 'query withdrawn', query: 'Q1' };
const frozen: ParticipantEvent = { type: 'visit frozen', visit: 'week 4' };
const unfrozen: ParticipantEvent = { type: 'visit unfrozen', visit: 'week 4' };
const verified: ParticipantEvent = { type: 'items verified', visit: 'week 4', records: ['a'] };
const unverified: ParticipantEvent = { type: 'verification withdrawn', visit: 'week 4', records: ['a'] };
const correction = (visit: string): ParticipantEvent => ({
  type: 'item corrected',
  visit,
  replaces: '',
  entry: { item: 'UPCR', value: '1' },
});
const section: ParticipantEvent = { type: 'section recorded', visit: 'week 4', section: 'kidney', items: [] };
const judged: ParticipantEvent = { type: 'judgements recorded', visit: 'week 4', answers: [] };

const kept: readonly (readonly ParticipantEvent[])[] = [
  [raised(), answered, closed, reopened, answered, closed, frozen],
  [raised(), withdrawn, raised('Q2', 'week 8'), frozen, unfrozen, correction('week 4'), section, judged, frozen],
  [raised(), closed, frozen, correction('week 8')],
  [verified, unverified, verified],
];

test('what is in order', () => {
  for (const events of kept) assert.deepEqual(reviewFaults('P', events), []);
});

const broken: readonly (readonly [events: readonly ParticipantEvent[], fault: string])[] = [
  [[answered], '#1 query answered: Q1 was never raised'],
  [[closed], '#1 query closed: Q1 was never raised'],
  [[raised(), answered, answered], '#3 query answered: Q1 is answered'],
  [[raised(), closed, closed], '#3 query closed: Q1 is closed'],
  [[raised(), reopened], '#2 query reopened: Q1 is open'],
  [[raised(), withdrawn, reopened], '#3 query reopened: Q1 is withdrawn'],
  [[raised(), closed, withdrawn], '#3 query withdrawn: Q1 is closed'],
  [[raised('Q2')], '#1 query raised: Q2 is not the next number'],
  [[raised(), frozen], '#2 visit frozen: Q1 is not settled'],
  [[raised(), answered, frozen], '#3 visit frozen: Q1 is not settled'],
  [[frozen, frozen], '#2 visit frozen: week 4 is frozen'],
  [[unfrozen], '#1 visit unfrozen: week 4 is not frozen'],
  [[frozen, correction('week 4')], '#2 item corrected: week 4 is frozen'],
  [[frozen, section], '#2 section recorded: week 4 is frozen'],
  [[frozen, judged], '#2 judgements recorded: week 4 is frozen'],
  [[verified, verified], '#2 items verified: a is verified'],
  [[unverified], '#1 verification withdrawn: a is not verified'],
];

for (const [events, fault] of broken) test(fault, () => assert.deepEqual(reviewFaults('P', events), [`P ${fault}`]));
