import assert from 'node:assert/strict';
import test from 'node:test';
import { type CheckOutcome, nothingMatched, problemsOf } from './outcome.ts';

const rows: readonly (readonly [outcome: CheckOutcome, problems: readonly string[]])[] = [
  [{ matched: 1, problems: [] }, []],
  [{ matched: 1, problems: ['a'] }, ['a']],
  [{ matched: 0, problems: [] }, [nothingMatched]],
  [{ matched: 0, problems: ['a'] }, ['a', nothingMatched]],
  [{ matched: Number.NaN, problems: [] }, [nothingMatched]],
];

test('a check that looked at nothing has failed', () => {
  for (const [outcome, problems] of rows) assert.deepEqual(problemsOf(outcome), problems);
});
