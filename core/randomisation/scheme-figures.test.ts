import assert from 'node:assert/strict';
import test from 'node:test';
import { chanceOfImbalance, gatherImbalances, largestImbalance, type SchemeFigures } from './scheme-figures.ts';

const figures: SchemeFigures = {
  participants: 4,
  correctGuesses: 0.5,
  certain: 0,
  meanImbalance: 1.5,
  imbalances: gatherImbalances([
    { imbalance: 4, chance: 0.0625 },
    { imbalance: 0, chance: 0.375 },
    { imbalance: 2, chance: 0.25 },
    { imbalance: 4, chance: 0.0625 },
    { imbalance: 2, chance: 0.25 },
  ]),
};

test('equal imbalances are added up, in ascending order', () => {
  assert.deepEqual(figures.imbalances, [
    { imbalance: 0, chance: 0.375 },
    { imbalance: 2, chance: 0.5 },
    { imbalance: 4, chance: 0.125 },
  ]);
});

const rows: readonly (readonly [least: number, expected: number])[] = [
  [0, 1],
  [0.5, 0.625],
  [2, 0.625],
  [3, 0.125],
  [4, 0.125],
  [5, 0],
];
for (const [least, expected] of rows) {
  test(`the chance of an imbalance of ${least} or more`, () =>
    assert.equal(chanceOfImbalance(figures, least), expected));
}

test('the largest imbalance', () => {
  assert.equal(largestImbalance(figures), 4);
  assert.equal(largestImbalance({ ...figures, imbalances: [] }), 0);
});
