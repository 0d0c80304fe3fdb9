/** Published worked examples that no one method has to itself: an allocation by minimisation, and a step of a 3 + 3 escalation. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { everyone, minimisationOf } from '#core/randomisation/given.ts';
import type { FactorLevels, MinimisationMethod } from '#core/randomisation/minimisation.ts';
import { type AllocatedBefore, preferredArms } from '#core/randomisation/minimise.ts';
import { simulateMinimisation } from '#core/randomisation/simulate-minimisation.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { binomialProbabilities } from '#core/statistics/distributions/binomial.ts';

/**
 * Pocock's example of a breast cancer trial (`pocock1975`, as told in his book of 1983): 40 people in each arm, and how many
 * share each level of the next one, who walks, is below 50, was free of disease for two years or more, and has visceral disease.
 */
const shared = {
  walks: { A: 30, B: 31 },
  young: { A: 18, B: 17 },
  'long free of disease': { A: 9, B: 8 },
  visceral: { A: 19, B: 21 },
};
const factors = Object.keys(shared).map((id) => ({ id, levels: ['yes', 'no'] }));
const next: FactorLevels = Object.fromEntries(factors.map(({ id }) => [id, 'yes']));
const before: readonly AllocatedBefore[] = (['A', 'B'] as const).flatMap((arm) =>
  Array.from({ length: 40 }, (_, person) => ({
    arm,
    levels: Object.fromEntries(Object.entries(shared).map(([id, count]) => [id, person < count[arm] ? 'yes' : 'no'])),
  })),
);
const prefers = (measure: MinimisationMethod['measure']): string =>
  preferredArms(minimisationOf({ factors, measure }), next, before)
    .map(({ id }) => id)
    .join('');

test('the totals that were printed: 76 share a level in A, 77 in B', () => {
  const totals = (['A', 'B'] as const).map((arm) =>
    factors.reduce(
      (sum, { id }) => sum + before.filter((person) => person.arm === arm && person.levels[id] === 'yes').length,
      0,
    ),
  );
  assert.deepEqual(totals, [76, 77]);
});

/**
 * By the sum of the totals, and by the variance (9 against 13), A is preferred. By the range, which is what this program
 * takes unless a study says otherwise, 0 + 2 + 2 + 1 and 2 + 0 + 0 + 3 are tied: the printed preference is not that of the
 * range, and A then comes half of the time.
 */
test('the printed preference for A comes from the variance; by the range both arms are tied', () => {
  assert.deepEqual([prefers('variance'), prefers('range')], ['A', 'AB']);
});

const differences = (chance: MinimisationMethod['chance'], people: number, lists: number): readonly number[] =>
  simulateMinimisation(
    minimisationOf({ factors: everyone, ...(chance === undefined ? {} : { chance }) }),
    people,
    lists,
    secretFromSeed(11),
  ).map((arms) => Math.abs(arms.filter((arm) => arm === 'A').length - arms.filter((arm) => arm === 'B').length));

test('with a certain preference two arms never differ by more than one', () => {
  for (const people of [1, 2, 7, 12])
    for (const difference of differences({ times: 1, outOf: 1 }, people, 200)) assert.equal(difference, people % 2);
});

/** All 2^n ways in which n coins of 4 in 5 for the smaller arm can fall, and how uneven each leaves the arms. */
const enumerated = (people: number): readonly number[] => {
  const chances = Array.from({ length: people + 1 }, () => 0);
  for (let coins = 0; coins < 2 ** people; coins += 1) {
    let [difference, chance] = [0, 1];
    for (let person = 0; person < people; person += 1) {
      const follows = ((coins >> person) & 1) === 1;
      chance *= difference === 0 ? 0.5 : follows ? 0.8 : 0.2;
      difference = difference > 0 && follows ? difference - 1 : difference + 1;
    }
    chances[difference] = (chances[difference] ?? 0) + chance;
  }
  return chances;
};

for (const people of [5, 12]) {
  test(`a preference of 4 in 5, ${people} people: as uneven as all ways in which the coins can fall`, () => {
    const lists = 20_000;
    const found = differences({ times: 4, outOf: 5 }, people, lists);
    const expected = enumerated(people);
    assert.ok(Math.abs(expected.reduce((sum, chance) => sum + chance, 0) - 1) < 1e-12);
    expected.forEach((chance, difference) => {
      const share = found.filter((each) => each === difference).length / lists;
      assert.ok(Math.abs(share - chance) <= 4 * Math.sqrt((chance * (1 - chance)) / lists), `${difference}: ${share}`);
    });
  });
}

// 3 + 3: nobody of three has a dose-limiting toxicity, or one of three and nobody of three more. To four digits as printed
// in tables of the design's chances; by hand (1 − q)³ + 3q(1 − q)⁵.
const escalation: readonly (readonly [toxicity: number, expected: string])[] = [
  [0.05, '0.9734'],
  [0.1, '0.9061'],
  [0.2, '0.7086'],
  [0.3, '0.4943'],
  [0.5, '0.1719'],
];
for (const [toxicity, expected] of escalation) {
  test(`3 + 3 goes on to the next dose with a toxicity of ${toxicity} in ${expected}`, () => {
    const [none = 0, one = 0] = binomialProbabilities(3, toxicity);
    assert.equal((none + one * none).toFixed(4), expected);
  });
}
