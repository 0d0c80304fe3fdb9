import assert from 'node:assert/strict';
import test from 'node:test';
import { assertShares, goldenSecret, lettersOf, planOf } from './given.ts';
import { drawSimple, type SimpleMethod, simpleProcess } from './simple.ts';

const simple = (slots: number, ...ratios: readonly number[]): SimpleMethod => ({
  algorithm: 'simple/1',
  ...planOf(slots, ...ratios),
});

test('version 1 of the algorithm stays as it is', () => {
  const two = { ...simple(12), strata: ['s1', 's2'] };
  assert.deepEqual(lettersOf(drawSimple(two, goldenSecret)), ['BAABBABAAAAA', 'BBBBBAAABAAB']);
  assert.deepEqual(lettersOf(drawSimple(simple(12, 2, 1), goldenSecret)), ['AABAABAAABAA']);
});

test('a million slots follow the ratio', () => {
  const [letters = ''] = lettersOf(drawSimple(simple(1_000_000, 3, 2, 1), goldenSecret));
  assertShares(letters, { A: 3, B: 2, C: 1 });
});

test('a slot tells nothing of the next: a million slots in pairs', () => {
  const [letters = ''] = lettersOf(drawSimple(simple(1_000_000), goldenSecret));
  assertShares(letters.match(/../g) ?? [], { AA: 1, AB: 1, BA: 1, BB: 1 });
});

test('as a chain it has one state', () => {
  const { start, steps } = simpleProcess(simple(1, 3, 1));
  assert.deepEqual(start, [{ state: [], chance: 1 }]);
  assert.deepEqual(steps([]), [
    { arm: 0, chance: 0.75, next: [] },
    { arm: 1, chance: 0.25, next: [] },
  ]);
});
