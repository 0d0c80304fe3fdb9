import assert from 'node:assert/strict';
import test from 'node:test';
import type { ReviewSummary } from '#core/conduct/review/review-summary.ts';
import { sayReview } from './say-review.ts';

const done: ReviewSummary = {
  queries: { open: 0, answered: 0, closed: 29, withdrawn: 0 },
  items: { verified: 1642, total: 43498 },
  visits: { held: 690, frozen: 360, signed: 0, void: 0 },
  casebooks: { signed: 32, void: 0, total: 32 },
  uncoded: 0,
};

test('a review that is done', () => {
  assert.deepEqual(sayReview(done), [
    'Queries: 0 open, 0 answered, 29 closed',
    'Verified against the source: 1642 of 43498 items',
    'Visits: 360 of 690 frozen, 0 signed',
    'Casebooks: 32 of 32 signed',
    'Adverse events without a code: 0',
  ]);
});

test('what is withdrawn or void is said where there is some', () => {
  const lines = sayReview({
    ...done,
    queries: { open: 3, answered: 2, closed: 1, withdrawn: 4 },
    visits: { held: 5, frozen: 1, signed: 2, void: 1 },
    casebooks: { signed: 0, void: 1, total: 2 },
    uncoded: 7,
  });
  assert.deepEqual(lines, [
    'Queries: 3 open, 2 answered, 1 closed, 4 withdrawn',
    'Verified against the source: 1642 of 43498 items',
    'Visits: 1 of 5 frozen, 2 signed, 1 changed since',
    'Casebooks: 0 of 2 signed, 1 changed since',
    'Adverse events without a code: 7',
  ]);
});
