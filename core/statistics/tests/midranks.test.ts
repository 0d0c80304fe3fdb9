import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { joinTies, midranksOf, tieSum } from './midranks.ts';

// By hand, hollander2014 section 4.1.
const rows: readonly (readonly [values: readonly number[], ranks: readonly number[], ties: number])[] = [
  [[], [], 0],
  [[7], [1], 0],
  [[3, 1, 2], [3, 1, 2], 0],
  [[5, 5, 5], [2, 2, 2], 24],
  [[1, 2, 2, 3, 3, 3], [1, 2.5, 2.5, 5, 5, 5], 30],
  [[-1, 4, -1, 0], [1.5, 4, 1.5, 3], 6],
  // In binary 12.3 − 9.9 is 2.4000000000000004.
  [[12.3 - 9.9, 2.4, 0.1], [2.5, 2.5, 1], 6],
  [[0.1 + 0.2, 0.3], [1.5, 1.5], 6],
];
for (const [values, ranks, ties] of rows) {
  test(`ranks of ${JSON.stringify(values)}`, () => {
    assert.deepEqual(midranksOf(values), ranks);
    assert.equal(tieSum(values), ties);
  });
}

test('what differs by more than rounding stays apart', () => {
  assert.deepEqual(midranksOf([1, 1 + 1e-8]), [1, 2]);
  assert.equal(new Set(joinTies([1e6, 1e6 + 1, 1e6 + 2])).size, 3);
});

test('ranks add up to n (n + 1) / 2 and turn with the sign', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), (values) => {
      const ranks = midranksOf(values);
      const n = values.length;
      assert.equal(
        ranks.reduce((sum, rank) => sum + rank, 0),
        (n * (n + 1)) / 2,
      );
      assert.deepEqual(
        midranksOf(values.map((value) => -value)),
        ranks.map((rank) => n + 1 - rank),
      );
    }),
  );
});
