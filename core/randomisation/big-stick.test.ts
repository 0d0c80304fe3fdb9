import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type BigStickMethod, bigStickChecks, bigStickProcess, drawBigStick } from './big-stick.ts';
import { firstProblem } from './design-checks.ts';
import { armsOf, assertShares, goldenSecret, lettersOf, planOf } from './given.ts';
import { secretFromSeed } from './stream.ts';

const bigStick = (limit: number, slots: number): BigStickMethod => ({
  algorithm: 'big-stick/1',
  limit,
  ...planOf(slots),
});

/** How far A is ahead before each slot. */
const aheadBefore = (letters: string): readonly number[] => {
  let ahead = 0;
  return [...letters].map((letter) => {
    const before = ahead;
    ahead += letter === 'A' ? 1 : -1;
    return before;
  });
};

test('version 1 of the algorithm stays as it is', () => {
  const two = { ...bigStick(2, 16), strata: ['s1', 's2'] };
  assert.deepEqual(lettersOf(drawBigStick(two, goldenSecret)), ['ABBBABAABAABBBAA', 'AABBABABBBABAAAA']);
});

test('the difference reaches the limit and never exceeds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.string(), (limit, seed) => {
      const [letters = ''] = lettersOf(drawBigStick(bigStick(limit, 400), secretFromSeed(seed)));
      assert.equal(Math.max(...aheadBefore(`${letters}A`).map(Math.abs)), limit);
    }),
  );
});

test('a limit of 1 is blocks of 2', () => {
  const [letters = ''] = lettersOf(drawBigStick(bigStick(1, 1000), goldenSecret));
  assert.match(letters, /^(AB|BA)+$/);
});

test('a million slots: below the limit a fair coin whatever the difference, at it the arm behind', () => {
  const [letters = ''] = lettersOf(drawBigStick(bigStick(3, 1_000_000), goldenSecret));
  const drawnAt = Map.groupBy(
    aheadBefore(letters).map((ahead, index) => ({ ahead, letter: letters[index] ?? '' })),
    ({ ahead }) => ahead,
  );
  const letterAt = (ahead: number) => (drawnAt.get(ahead) ?? []).map(({ letter }) => letter);
  for (const ahead of [-2, -1, 0, 1, 2]) assertShares(letterAt(ahead), { A: 1, B: 1 });
  assert.deepEqual([...new Set(letterAt(3))], ['B']);
  assert.deepEqual([...new Set(letterAt(-3))], ['A']);
  assert.equal(drawnAt.size, 7);
});

test('as a chain it is certain at the limit alone', () => {
  const { steps } = bigStickProcess(bigStick(3, 1));
  const arms = [-3, -2, 0, 2, 3].map((ahead) => steps([ahead]).map(({ arm }) => arm));
  assert.deepEqual(arms, [[0], [0, 1], [0, 1], [0, 1], [1]]);
});

const rows: readonly (readonly [change: Partial<BigStickMethod>, expected: string | undefined])[] = [
  [{ arms: [], limit: 0 }, 'no arms'],
  [{ arms: armsOf(1, 1, 1), limit: 0 }, 'not two arms'],
  [{ arms: armsOf(2, 1), limit: 0 }, 'ratio not equal'],
  [{ limit: 0 }, 'limit not a whole number above zero'],
  [{ limit: 1.5 }, 'limit not a whole number above zero'],
  [{ limit: 1 }, undefined],
];
for (const [change, expected] of rows) {
  test(`checks: ${expected ?? 'no problem'} ${JSON.stringify(change)}`, () =>
    assert.equal(firstProblem(bigStickChecks, { ...bigStick(3, 10), ...change }), expected));
}
