import assert from 'node:assert/strict';
import test from 'node:test';
import { isReviewRefusal, type ReviewRefusal, sayReviewRefusal } from './say-review-refusal.ts';

const ready = { refused: 'data not ready', queries: 0, unsigned: 0, void: 0, uncoded: 0 } as const;

const rows: readonly (readonly [ReviewRefusal, string])[] = [
  [{ refused: 'frozen', visit: 'week 4' }, 'week 4 is frozen; a data manager may unfreeze it, with a reason'],
  [{ refused: 'not frozen', visit: 'week 4' }, 'week 4 is not frozen'],
  [{ refused: 'queries open', queries: ['Q1', 'Q3'] }, 'settle first: Q1, Q3'],
  [{ refused: 'query stands otherwise', query: 'Q1', stands: 'closed' }, 'Q1 is closed'],
  [{ ...ready, queries: 1 }, '1 query is not settled'],
  [{ ...ready, queries: 2, unsigned: 1 }, '2 queries are not settled, 1 casebook is not signed'],
  [
    { ...ready, unsigned: 3, void: 1, uncoded: 1 },
    '3 casebooks are not signed, 1 casebook changed since it was signed, 1 adverse event has no code',
  ],
  [{ ...ready, void: 2, uncoded: 5 }, '2 casebooks changed since they were signed, 5 adverse events have no code'],
];

for (const [refusal, sentence] of rows) test(sentence, () => assert.equal(sayReviewRefusal(refusal), sentence));

test('a refusal about the review is told from the others', () => {
  assert.equal(isReviewRefusal({ refused: 'frozen', visit: 'week 4' }), true);
  assert.equal(isReviewRefusal({ refused: 'reason missing' }), false);
});
