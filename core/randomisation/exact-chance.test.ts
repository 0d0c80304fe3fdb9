import assert from 'node:assert/strict';
import test from 'node:test';
import { comesTrue, complement, type ExactChance, evenChance, isChance, toNumber } from './exact-chance.ts';
import { assertShares, goldenSecret, scripted } from './given.ts';
import { openStream } from './stream.ts';

const rows: readonly (readonly [times: number, outOf: number, expected: boolean])[] = [
  [0, 1, true],
  [1, 1, true],
  [2, 3, true],
  [2 ** 32, 2 ** 32, true],
  [2, 1, false],
  [-1, 2, false],
  [1, 0, false],
  [0, 0, false],
  [0.5, 1, false],
  [1, 2.5, false],
  [1, 2 ** 32 + 1, false],
  [Number.NaN, 2, false],
  [1, Number.POSITIVE_INFINITY, false],
];
for (const [times, outOf, expected] of rows) {
  test(`${times} out of ${outOf} is ${expected ? 'a' : 'no'} chance`, () =>
    assert.equal(isChance({ times, outOf }), expected));
}

test('a chance and its complement make one', () => {
  assert.deepEqual(complement({ times: 2, outOf: 3 }), { times: 1, outOf: 3 });
  assert.equal(toNumber({ times: 3, outOf: 4 }), 0.75);
  assert.equal(toNumber(evenChance), toNumber(complement(evenChance)));
});

test('of the numbers that can be drawn, as many come true as the chance says', () => {
  const truths = ({ times, outOf }: ExactChance): number =>
    Array.from({ length: outOf }, (_, number) => comesTrue({ times, outOf }, scripted(number))).filter(Boolean).length;
  for (const times of [0, 1, 4, 7]) assert.equal(truths({ times, outOf: 7 }), times);
});

test('a certainty draws a number too, so that what follows is the same', () => {
  const [certain, even] = [openStream(goldenSecret, 'one'), openStream(goldenSecret, 'one')];
  comesTrue({ times: 1, outOf: 1 }, certain);
  comesTrue(evenChance, even);
  assert.equal(certain.nextWord(), even.nextWord());
});

test('a million draws of 2 out of 3', () => {
  const stream = openStream(goldenSecret, 'two out of three');
  const drawn = Array.from({ length: 1_000_000 }, () => String(comesTrue({ times: 2, outOf: 3 }, stream)));
  assertShares(drawn, { true: 2, false: 1 });
});
