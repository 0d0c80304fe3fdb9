import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isStudyEvent } from '#core/conduct/study-event.ts';
import { isParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { isReviewEvent } from './review-event.ts';

const reviews = [r.raised(), r.answered(), r.closed(), r.reopened(), r.withdrawn(), r.frozen, r.unfrozen, r.coded()];
const more = [
  { type: 'items verified', visit: 'screening', records: [] },
  { type: 'verification withdrawn', visit: 'screening', records: [] },
  { type: 'visit signed', visit: 'screening', meaning: 'author', hash: '' },
  { type: 'casebook signed', meaning: 'author', hash: '' },
] as const;

test('what was done with data is told from what was done to the participant, and both are the participant’s', () => {
  for (const event of [...reviews, ...more]) {
    assert.equal(isReviewEvent(event), true, event.type);
    assert.equal(isParticipantEvent(event), true, event.type);
  }
  for (const event of g.screened(r.study)) assert.equal(isReviewEvent(event), false, event.type);
});

test('and from what happened to the study', () => {
  for (const event of [...reviews, ...more]) assert.equal(isStudyEvent(event), false, event.type);
  assert.equal(isReviewEvent({ type: 'study opened' }), false);
});
