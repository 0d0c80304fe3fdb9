import assert from 'node:assert/strict';
import test from 'node:test';
import type { Truth } from '#core/quantities/truth.ts';
import type { Grade } from './grade.ts';
import { eitherOf, statusOf, worstOf } from './worst-of.ts';

const worst: readonly (readonly [readonly (readonly [Grade, Truth])[], Grade, readonly Grade[]])[] = [
  [[], 0, [0]],
  [[], 1, [1]],
  [[[2, 'true']], 0, [2]],
  [[[2, 'false']], 0, [0]],
  [[[2, 'unknown']], 0, [0, 2]],
  [
    [
      [3, 'true'],
      [2, 'unknown'],
    ],
    0,
    [3],
  ],
  [
    [
      [4, 'unknown'],
      [2, 'true'],
      [1, 'true'],
      [3, 'unknown'],
    ],
    0,
    [2, 3, 4],
  ],
  [
    [
      [2, 'unknown'],
      [2, 'unknown'],
    ],
    1,
    [1, 2],
  ],
];

for (const [criteria, least, expected] of worst)
  test(`worst of ${JSON.stringify(criteria)} from ${least}: ${expected.join(' ')}`, () => {
    assert.deepEqual(
      worstOf(
        criteria.map(([grade, holds]) => ({ grade, holds })),
        least,
      ),
      expected,
    );
  });

test('what is possible in either case, each grade once and ascending', () => {
  assert.deepEqual(eitherOf([[3, 4], [0, 3], []]), [0, 3, 4]);
});

const statuses: readonly (readonly [readonly Grade[], string])[] = [
  [[2], 'ok'],
  [[1, 2], 'partial'],
  [[0, 1, 2, 3], 'not evaluable'],
  [[0, 1, 2, 3, 4], 'not evaluable'],
];

for (const [possible, expected] of statuses)
  test(`of 0 to 3, ${possible.join(' ')} is ${expected}`, () => {
    assert.equal(statusOf(possible, [0, 1, 2, 3]), expected);
  });
