import assert from 'node:assert/strict';
import test from 'node:test';
import { differenceProcess, drawByDifference } from './difference-coin.ts';
import type { ExactChance } from './exact-chance.ts';
import { goldenSecret, lettersOf, planOf } from './given.ts';

const always: ExactChance = { times: 1, outOf: 1 };
const never: ExactChance = { times: 0, outOf: 1 };

test('the coin sees how far the first arm is ahead', () => {
  const seen: number[] = [];
  const slots = drawByDifference(planOf(6), goldenSecret, 'test/1', (ahead) => {
    seen.push(ahead);
    return ahead < 2 ? always : never;
  });
  assert.deepEqual(lettersOf(slots), ['AABABA']);
  assert.deepEqual(seen, [0, 1, 2, 1, 2, 1]);
});

test('each stratum begins level', () => {
  const plan = { ...planOf(4), strata: ['x', 'y', 'z'] };
  const slots = drawByDifference(plan, goldenSecret, 'test/1', (ahead) => (ahead > 0 ? never : always));
  assert.deepEqual(lettersOf(slots), ['ABAB', 'ABAB', 'ABAB']);
});

test('as a chain: from each difference one up and one down, without what cannot happen', () => {
  const { start, steps } = differenceProcess((ahead) => (ahead === 2 ? never : { times: 3, outOf: 4 }));
  assert.deepEqual(start, [{ state: [0], chance: 1 }]);
  assert.deepEqual(steps([-1]), [
    { arm: 0, chance: 0.75, next: [0] },
    { arm: 1, chance: 0.25, next: [-2] },
  ]);
  assert.deepEqual(steps([2]), [{ arm: 1, chance: 1, next: [1] }]);
});

test('one arm is a fault', () => {
  assert.throws(() => drawByDifference(planOf(4, 1), goldenSecret, 'test/1', () => always), /two arms are needed/);
});
