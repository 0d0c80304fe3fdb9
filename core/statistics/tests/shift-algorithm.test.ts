import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear } from '../given.ts';
import { sumOfChosen, sumOfSigned, twoSidedChance } from './shift-algorithm.ts';

// By hand (streitberg1986): two of 1, 1, 2 add up to 2 once and to 3 twice.
test('two of three scores', () => {
  [0, 0, 1 / 3, 2 / 3, 0].forEach((chance, sum) => {
    assertNear(sumOfChosen([1, 1, 2], 2)[sum] ?? 1, chance, 1e-15);
  });
});

test('signs of 1 and 2: each of 0 … 3 once; of 1 and 1: the middle twice', () => {
  assert.deepEqual([...sumOfSigned([1, 2])], [0.25, 0.25, 0.25, 0.25]);
  assert.deepEqual([...sumOfSigned([1, 1])], [0.25, 0.5, 0.25]);
});

test('both sides, at least as far from the middle', () => {
  assert.equal(twoSidedChance(Float64Array.of(0.25, 0.5, 0.25), 0, 1), 0.5);
  assert.equal(twoSidedChance(Float64Array.of(0.25, 0.5, 0.25), 1, 1), 1);
});

/** Every choice, listed. */
const listed = (scores: readonly number[], size: number): readonly number[] =>
  scores.length < size
    ? []
    : size === 0
      ? [0]
      : [...listed(scores.slice(1), size - 1).map((sum) => sum + (scores[0] ?? 0)), ...listed(scores.slice(1), size)];

test('as listing every choice', () => {
  const scores = fc.array(fc.nat(6), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      scores.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length))),
      ([all, size]) => {
        const sums = listed(all, size);
        sumOfChosen(all, size).forEach((chance, sum) => {
          assertNear(chance, sums.filter((one) => one === sum).length / sums.length, 1e-12);
        });
      },
    ),
  );
});

test('a hundred of two hundred: the far tail is one over the number of choices', () => {
  const chances = sumOfChosen(
    Array.from({ length: 200 }, (_, i) => i + 1),
    100,
  );
  // choose(200, 100) of R 4.2.2.
  assertClose(chances[5050] ?? 0, 1 / 9.0548514656103281e58, 1e-12);
});
