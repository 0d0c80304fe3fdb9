import assert from 'node:assert/strict';
import test from 'node:test';
import { binomialUpperTail } from '#core/statistics/distributions/binomial.ts';
import type { DrawnMethod } from './allocation-method.ts';
import { computeChainFigures } from './chain-figures.ts';
import { drawnList, planOf } from './given.ts';
import { processOf } from './report-scheme.ts';
import { chanceOfImbalance, largestImbalance, type SchemeFigures } from './scheme-figures.ts';
import { summariseSequences } from './sequence-figures.ts';

const near = (value: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(value - expected) <= tolerance, `${value} is not ${expected} within ${tolerance}`);

const simple = (slots: number, ...ratios: readonly number[]) =>
  ({ algorithm: 'simple/1', ...planOf(slots, ...ratios) }) as const;
const blocks = (slots: number, blockSizes: readonly number[], ...ratios: readonly number[]) =>
  ({ algorithm: 'permuted-blocks/1', blockSizes, ...planOf(slots, ...ratios) }) as const;
const bigStick = (slots: number, limit: number) => ({ algorithm: 'big-stick/1', limit, ...planOf(slots) }) as const;
const biasedCoin = (slots: number) => ({ algorithm: 'biased-coin/1', ...planOf(slots) }) as const;

type Method = DrawnMethod & { readonly slotsPerStratum: number };
const exact = (method: Method): SchemeFigures => {
  const figures = computeChainFigures(processOf(method), method.arms, method.slotsPerStratum);
  assert.ok(figures);
  return figures;
};

// In a whole block of 2m the guesser is right m − 1/2 + 2^(2m−1) / C(2m, m) times (Blackwell and Hodges); the run of certain
// slots at its end has 2m / (m + 1) on average, since the arms stand in every order alike.
const wholeBlocks: readonly (readonly [size: number, correct: number, certain: number])[] = [
  [2, (0.5 + 2 / 2) / 2, 1 / 2],
  [4, (1.5 + 8 / 6) / 4, 1 / 3],
  [6, (2.5 + 32 / 20) / 6, 1 / 4],
  [8, (3.5 + 128 / 70) / 8, 1 / 5],
];
for (const [size, correct, certain] of wholeBlocks) {
  test(`whole blocks of ${size} against the formula`, () => {
    const figures = exact(blocks(size * 5, [size]));
    near(figures.correctGuesses, correct);
    near(figures.certain, certain);
    assert.equal(largestImbalance(figures), 0);
  });
}

test('simple randomisation: nothing can be guessed, and the difference is that of a binomial', () => {
  const figures = exact(simple(40));
  near(figures.correctGuesses, 0.5);
  assert.equal(figures.certain, 0);
  for (const least of [2, 10, 20, 40])
    near(chanceOfImbalance(figures, least), 2 * binomialUpperTail(20 + least / 2, 40, 0.5));
  // E|2X − 40| = 40 · C(40, 20) / 2^40, with C(40, 20) = 137846528820.
  near(figures.meanImbalance, (40 * 137846528820) / 2 ** 40);
});

test('simple randomisation of 2 to 1: a chance that is no power of a half', () => {
  // Three participants have 3 0, 2 1, 1 2 or 0 3 with 8, 12, 6 and 1 of 27; divided by the ratio 3/2, 0, 3/2 and 3 apart.
  const { imbalances, correctGuesses } = exact(simple(3, 2, 1));
  assert.deepEqual(
    imbalances.map(({ imbalance }) => imbalance),
    [0, 1.5, 3],
  );
  for (const [index, share] of [12, 14, 1].entries()) near(imbalances[index]?.chance ?? 0, share / 27);
  // First a tie, 1/2; then the arm that was not first, 4/9; then B after AA (4/9), A after the others (5/9).
  near(correctGuesses, (1 / 2 + 4 / 9 + (4 / 9) * (1 / 3) + (5 / 9) * (2 / 3)) / 3);
});

test('the difference of the big stick stays within its limit, and wanders as worked out by hand', () => {
  // At even times it goes from 0 to 2 with 1/2 and from 2 to 0 with 1/4: in the long run 2 two times in three.
  const figures = exact(bigStick(120, 3));
  near(figures.meanImbalance, 4 / 3, 1e-9);
  near(chanceOfImbalance(figures, 2), 2 / 3, 1e-9);
  assert.equal(largestImbalance(figures), 2);
  assert.equal(largestImbalance(exact(bigStick(121, 3))), 3);
});

test('a big stick with the limit 1 is blocks of 2, one with a limit above all is simple', () => {
  assert.deepEqual(exact(bigStick(20, 1)), exact(blocks(20, [2])));
  assert.deepEqual(exact(bigStick(20, 21)), exact(simple(20)));
});

test('the biased coin in the long run', () => {
  // The chain of the difference at even times is 0 with 1/2, and 2k with (3/2) · 4^−k, which is
  // in balance: (3/8) · (2/3)² leave 2 for 0, as (1/2) · (1/3) leave 0 for 2. The mean is 4/3.
  const figures = exact(biasedCoin(400));
  near(chanceOfImbalance(figures, 2), 1 / 2, 1e-9);
  near(figures.meanImbalance, 4 / 3, 1e-9);
});

const schemes: readonly (readonly [name: string, method: Method])[] = [
  ['simple 2 to 1 to 1', simple(30, 2, 1, 1)],
  ['blocks of 4 and 6', blocks(40, [4, 6])],
  ['blocks of 3, 6 and 9 in 2 to 1', blocks(31, [3, 6, 9], 2, 1)],
  ['blocks of 6 for three arms', blocks(26, [6], 1, 1, 1)],
  ['big stick 3', bigStick(40, 3)],
  ['biased coin', biasedCoin(40)],
];
for (const [name, method] of schemes) {
  test(`${name}: 3000 lists as they are drawn agree with the chain, within four standard errors`, () => {
    const figures = exact(method);
    near(
      figures.imbalances.reduce((sum, { chance }) => sum + chance, 0),
      1,
      1e-9,
    );
    const strata = Array.from({ length: 3000 }, (_, index) => `list ${index}`);
    const lists = Map.groupBy(drawnList({ ...method, strata }).slots, ({ stratum }) => stratum);
    const sequences = [...lists.values()].map((slots) => slots.slice(0, method.slotsPerStratum).map(({ arm }) => arm));
    const simulated = summariseSequences(method.arms, sequences);
    near(simulated.correctGuesses, figures.correctGuesses, 4 * simulated.errors.correctGuesses);
    near(simulated.meanImbalance, figures.meanImbalance, 4 * simulated.errors.meanImbalance);
    assert.ok(simulated.imbalances.every(({ imbalance }) => chanceOfImbalance(figures, imbalance) > 0));
  });
}

test('too many states are not computed', () => {
  // After k participants the difference of two arms has k + 1 values: 10 before the tenth, 11 before the eleventh.
  const two = simple(10);
  assert.ok(computeChainFigures(processOf(two), two.arms, 10, 10));
  assert.equal(computeChainFigures(processOf(two), two.arms, 11, 10), undefined);
});
