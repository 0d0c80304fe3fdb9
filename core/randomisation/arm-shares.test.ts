import assert from 'node:assert/strict';
import test from 'node:test';
import { drawArm, ratioSum } from './arm-shares.ts';
import { armsOf, assertShares, goldenSecret, scripted } from './given.ts';
import { openStream } from './stream.ts';

test('the sum of a ratio', () => {
  assert.equal(ratioSum(armsOf(2, 1, 3)), 6);
  assert.equal(ratioSum([]), 0);
});

test('each number of the ratio leads to its arm', () => {
  const drawn = [0, 1, 2, 3, 4, 5].map((number) => drawArm(armsOf(2, 1, 3), scripted(number)).id);
  assert.equal(drawn.join(''), 'AABCCC');
});

test('a million draws follow the ratio', () => {
  const stream = openStream(goldenSecret, 'ratio');
  const arms = armsOf(2, 1, 3);
  assertShares(
    Array.from({ length: 1_000_000 }, () => drawArm(arms, stream).id),
    { A: 2, B: 1, C: 3 },
  );
});

test('no arms cannot be drawn from', () => {
  assert.throws(() => drawArm([], openStream(goldenSecret, 'none')), /^Error: stream: /);
});
