import assert from 'node:assert/strict';
import test from 'node:test';
import { judgeCopies } from './copies.ts';

const place = (name: string) => ({ name, start: 3, end: 9 });

const judged = (tokens: readonly number[], percentage: number) =>
  judgeCopies({
    duplicates: tokens.map((count) => ({ firstFile: place('a.ts'), secondFile: place('b.ts'), tokens: count })),
    statistics: { total: { sources: 8, percentage } },
  }).problems;

const rows: readonly (readonly [tokens: readonly number[], percentage: number, problems: readonly string[]])[] = [
  [[], 0, []],
  [[60, 99], 1, []],
  [[60, 100], 0.1, ['100 tokens: a.ts:3-9 = b.ts:3-9']],
  [[60], 1.1, ['1.1 % of lines are copies, at most 1 % are borne', '60 tokens: a.ts:3-9 = b.ts:3-9']],
];

test('a long copy fails, and so do many short ones', () => {
  for (const [tokens, percentage, problems] of rows) assert.deepEqual(judged(tokens, percentage), problems);
});
