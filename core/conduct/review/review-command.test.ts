import assert from 'node:assert/strict';
import test from 'node:test';
import { isOverWithTheEnd } from '#core/conduct/late-entry.ts';
import { isReviewCommand, reviewActs } from './review-command.ts';

test('the review is told from the other acts', () => {
  for (const type of reviewActs) assert.equal(isReviewCommand({ type }), true, type);
  for (const type of ['record section', 'correct item', 'lock data', 'constructor', ''])
    assert.equal(isReviewCommand({ type }), false, type);
});

test('it goes on when a participation has ended', () => {
  for (const act of reviewActs) assert.equal(isOverWithTheEnd(act), false, act);
});
