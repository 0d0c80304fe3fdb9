import assert from 'node:assert/strict';
import test from 'node:test';
import { armsOf } from './given.ts';
import { summariseSequences } from './sequence-figures.ts';

const summary = (ratios: readonly number[], ...letters: readonly string[]) =>
  summariseSequences(
    armsOf(...ratios),
    letters.map((each) => [...each]),
  );

// Worked by hand: a half for each tie, one for each arm that was behind when it came, one half for one of two tied.
const rows: readonly (readonly [ratios: readonly number[], letters: string, correct: number, imbalance: number])[] = [
  [[1, 1], 'ABAB', 3 / 4, 0],
  [[1, 1], 'AABB', 2.5 / 4, 0],
  [[1, 1], 'AAAA', 0.5 / 4, 4],
  [[2, 1], 'AAB', 1.5 / 3, 0],
  [[2, 1], 'ABA', 2.5 / 3, 0],
  [[1, 1, 1], 'ABC', (1 / 3 + 1 / 2 + 1) / 3, 0],
  [[1, 1, 1], 'AAB', (1 / 3 + 0 + 1 / 2) / 3, 2],
];
for (const [ratios, letters, correct, imbalance] of rows) {
  test(`${letters} in ${ratios.join(' to ')}`, () => {
    const { correctGuesses, meanImbalance } = summary(ratios, letters, letters);
    assert.ok(Math.abs(correctGuesses - correct) < 1e-12);
    assert.equal(meanImbalance, imbalance);
  });
}

test('means, errors and distribution of several lists', () => {
  const { participants, correctGuesses, meanImbalance, imbalances, errors } = summary([1, 1], 'AB', 'AA', 'BA', 'BB');
  // Correct shares 3/4, 1/4, 3/4, 1/4 and imbalances 0, 2, 0, 2: standard deviations √(1/12) and √(4/3), four lists.
  assert.deepEqual(
    { participants, correctGuesses, meanImbalance },
    { participants: 2, correctGuesses: 0.5, meanImbalance: 1 },
  );
  assert.deepEqual(imbalances, [
    { imbalance: 0, chance: 0.5 },
    { imbalance: 2, chance: 0.5 },
  ]);
  assert.ok(Math.abs(errors.correctGuesses - Math.sqrt(1 / 12) / 2) < 1e-12);
  assert.ok(Math.abs(errors.meanImbalance - Math.sqrt(4 / 3) / 2) < 1e-12);
});
