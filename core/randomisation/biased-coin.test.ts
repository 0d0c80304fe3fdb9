import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type BiasedCoinMethod,
  biasedCoinChecks,
  biasedCoinProcess,
  drawBiasedCoin,
  efronChance,
} from './biased-coin.ts';
import { firstProblem } from './design-checks.ts';
import { armsOf, assertShares, goldenSecret, lettersOf, planOf } from './given.ts';

const biasedCoin = (slots: number, change: Partial<BiasedCoinMethod> = {}): BiasedCoinMethod => ({
  algorithm: 'biased-coin/1',
  ...planOf(slots),
  ...change,
});

test('version 1 of the algorithm stays as it is', () => {
  const two = biasedCoin(16, { strata: ['s1', 's2'] });
  assert.deepEqual(lettersOf(drawBiasedCoin(two, goldenSecret)), ['ABAABBBABBBAABAA', 'BAABBAAABBAABABA']);
  assert.deepEqual(drawBiasedCoin({ ...two, chance: efronChance }, goldenSecret), drawBiasedCoin(two, goldenSecret));
});

/** For each slot which arm came: the one behind, the one ahead, or one of two that were level. */
const kindsOf = (letters: string): readonly string[] => {
  let ahead = 0;
  return [...letters].map((letter) => {
    const isLevel = ahead === 0;
    const isBehind = letter === 'A' ? ahead < 0 : ahead > 0;
    ahead += letter === 'A' ? 1 : -1;
    return isLevel ? `level ${letter}` : isBehind ? 'behind' : 'ahead';
  });
};

test('a million slots: a fair coin when level, else 2 out of 3 for the arm behind', () => {
  const [letters = ''] = lettersOf(drawBiasedCoin(biasedCoin(1_000_000), goldenSecret));
  const kinds = kindsOf(letters);
  assertShares(
    kinds.filter((kind) => kind.startsWith('level')),
    { 'level A': 1, 'level B': 1 },
  );
  assertShares(
    kinds.filter((kind) => !kind.startsWith('level')),
    { behind: 2, ahead: 1 },
  );
});

test('an even chance is a fair coin, a certainty is blocks of 2', () => {
  const drawn = (times: number, slots: number) =>
    lettersOf(drawBiasedCoin(biasedCoin(slots, { chance: { times, outOf: 2 } }), goldenSecret))[0] ?? '';
  assertShares(
    kindsOf(drawn(1, 200_000)).filter((kind) => !kind.startsWith('level')),
    { behind: 1, ahead: 1 },
  );
  assert.match(drawn(2, 1000), /^(AB|BA)+$/);
});

test('as a chain it leans to the arm behind', () => {
  const { steps } = biasedCoinProcess(biasedCoin(1, { chance: { times: 3, outOf: 4 } }));
  const chances = [-5, 0, 5].map((ahead) => steps([ahead]).map(({ chance }) => chance));
  assert.deepEqual(chances, [
    [0.75, 0.25],
    [0.5, 0.5],
    [0.25, 0.75],
  ]);
});

const rows: readonly (readonly [change: Partial<BiasedCoinMethod>, expected: string | undefined])[] = [
  [{ arms: armsOf(1, 2), chance: { times: 1, outOf: 0 } }, 'ratio not equal'],
  [{ chance: { times: 1, outOf: 0 } }, 'chance not a fraction of whole numbers'],
  [{ chance: { times: 4, outOf: 3 } }, 'chance not a fraction of whole numbers'],
  [{ chance: { times: 1, outOf: 3 } }, 'chance below an even one'],
  [{ chance: { times: 1, outOf: 2 } }, undefined],
  [{ chance: { times: 1, outOf: 1 } }, undefined],
  [{}, undefined],
];
for (const [change, expected] of rows) {
  test(`checks: ${expected ?? 'no problem'} ${JSON.stringify(change)}`, () =>
    assert.equal(firstProblem(biasedCoinChecks, { ...biasedCoin(10), ...change }), expected));
}
