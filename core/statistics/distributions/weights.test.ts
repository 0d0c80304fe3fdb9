import assert from 'node:assert/strict';
import test from 'node:test';
import { shareOf, weightsFromMode } from './weights.ts';

// Binomial coefficients of 4: 1 4 6 4 1, relative to the largest; the shares are theirs of 16. Worked out by hand: the
// exact tails and p values that are summed so (clopper1934, fisher1935) are held to evidence/oracles/ in their own tests.
const ratio = (k: number): number => (4 - k) / (k + 1);

test('weights follow from the ratios of neighbours', () => {
  const { low, weights } = weightsFromMode(0, 4, 2, ratio);
  assert.deepEqual(
    [low, ...weights].map((value) => Math.round(value * 6)),
    [0, 1, 4, 6, 4, 1],
  );
});

test('weights of a part, and of a single number', () => {
  const { low, weights } = weightsFromMode(1, 3, 2, ratio);
  assert.deepEqual(
    [low, ...weights].map((value) => Math.round(value * 6)),
    [6, 4, 6, 4],
  );
  assert.deepEqual([...weightsFromMode(5, 5, 5, () => Number.NaN).weights], [1]);
});

test('a weight too small for a double reads 0, and all beyond', () => {
  const { weights } = weightsFromMode(0, 3, 0, () => 1e-200);
  assert.deepEqual([...weights], [1, 1e-200, 0, 0]);
});

const shares: readonly (readonly [why: string, holds: (k: number, weight: number) => boolean, expected: number])[] = [
  ['all', () => true, 1],
  ['none', () => false, 0],
  ['upper tail', (k) => k >= 3, 5 / 16],
  ['by weight', (_, weight) => weight < 0.5, 2 / 16],
];
for (const [why, holds, expected] of shares) {
  test(`share: ${why}`, () => {
    assert.ok(Math.abs(shareOf(weightsFromMode(0, 4, 2, ratio), holds) - expected) < 1e-15);
  });
}

test('a small tail keeps its digits beside a large peak', () => {
  const weights = { low: 0, weights: Float64Array.from([1e-30, 1, 2e-30]) };
  assert.ok(Math.abs(shareOf(weights, (k) => k !== 1) / 3e-30 - 1) < 1e-14);
});
