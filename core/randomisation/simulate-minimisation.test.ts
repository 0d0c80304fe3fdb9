import assert from 'node:assert/strict';
import test from 'node:test';
import { biasedCoinProcess } from './biased-coin.ts';
import { computeChainFigures } from './chain-figures.ts';
import { armsOf, everyone, goldenSecret, minimisationOf, planOf } from './given.ts';
import { summariseSequences } from './sequence-figures.ts';
import { simulateMinimisation } from './simulate-minimisation.ts';

test('with one level for everyone minimisation is a biased coin, and agrees with its chain', () => {
  const chance = { times: 4, outOf: 5 };
  const plan = planOf(30);
  const method = minimisationOf({ factors: everyone, chance });
  const simulated = summariseSequences(plan.arms, simulateMinimisation(method, 30, 2000, goldenSecret));
  const figures = computeChainFigures(
    biasedCoinProcess({ algorithm: 'biased-coin/1', chance, ...plan }),
    plan.arms,
    30,
  );
  assert.ok(figures);
  // Four standard errors.
  assert.ok(Math.abs(simulated.correctGuesses - figures.correctGuesses) < 4 * simulated.errors.correctGuesses);
  assert.ok(Math.abs(simulated.meanImbalance - figures.meanImbalance) < 4 * simulated.errors.meanImbalance);
});

test('with an even chance minimisation is simple randomisation', () => {
  const method = minimisationOf({ chance: { times: 1, outOf: 2 } });
  const { correctGuesses, meanImbalance, errors } = summariseSequences(
    method.arms,
    simulateMinimisation(method, 40, 1000, goldenSecret),
  );
  assert.ok(Math.abs(correctGuesses - 0.5) < 4 * errors.correctGuesses);
  // The exact mean of simple randomisation for 40: 40 · C(40, 20) / 2^40.
  assert.ok(Math.abs(meanImbalance - 5.0148) < 4 * errors.meanImbalance);
});

test('each list has a stream of its own, and all have as many participants as asked', () => {
  const method = minimisationOf({ arms: armsOf(1, 1, 1) });
  const lists = simulateMinimisation(method, 12, 40, goldenSecret);
  assert.deepEqual([...new Set(lists.map((list) => list.length))], [12]);
  assert.ok(new Set(lists.map((list) => list.join(''))).size > 30);
  assert.deepEqual(simulateMinimisation(method, 12, 5, goldenSecret), lists.slice(0, 5));
});
