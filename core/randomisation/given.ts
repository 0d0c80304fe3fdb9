import assert from 'node:assert/strict';
import type { ListMethod } from './allocation-method.ts';
import type { ArmShare } from './arm-shares.ts';
import type { ListPlan } from './design-checks.ts';
import { type DrawnList, drawList } from './draw-list.ts';
import type { BalancedFactor, FactorLevels, MinimisationMethod } from './minimisation.ts';
import type { AllocatedBefore } from './minimise.ts';
import { openStream, type Stream, secretFromSeed } from './stream.ts';

/** The secret of every frozen list in these tests. */
export const goldenSecret = secretFromSeed(7);

/** Arms A, B, C … with these shares. */
export const armsOf = (...ratios: readonly number[]): readonly ArmShare[] =>
  ratios.map((ratio, index) => ({ id: String.fromCharCode(65 + index), ratio }));

export const planOf = (slotsPerStratum: number, ...ratios: readonly number[]): ListPlan => ({
  arms: armsOf(...(ratios.length === 0 ? [1, 1] : ratios)),
  strata: ['all'],
  slotsPerStratum,
});

export const drawnList = (method: ListMethod, secret = goldenSecret): DrawnList => {
  const list = drawList(method, secret);
  assert.ok('slots' in list, JSON.stringify(list));
  return list;
};

/** The arms of each stratum in the order of its slots, one letter each, no more than so many. */
export const lettersOf = (slots: DrawnList['slots'], most = Number.POSITIVE_INFINITY): readonly string[] =>
  [...Map.groupBy(slots, ({ stratum }) => stratum).values()].map((own) =>
    own.flatMap(({ slot, arm }) => (slot <= most ? [arm] : [])).join(''),
  );

/**
 * Upper 0.001 quantiles of chi-square by degrees of freedom (R 4.2.2, qchisq). With fixed secrets a test passes always or
 * never; a method that draws wrongly fails by far.
 */
const upperQuantile: Readonly<Record<number, number>> = { 1: 10.828, 2: 13.816, 3: 16.266, 5: 20.515, 19: 43.82 };

/** Fails unless the values come as often as their shares say, by Pearson's statistic. */
export const assertShares = (values: Iterable<string>, shares: Readonly<Record<string, number>>): void => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  assert.deepEqual([...counts.keys()].sort(), Object.keys(shares).sort());
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const statistic = Object.entries(shares).reduce((sum, [value, share]) => {
    const expected = (total * share) / whole;
    return sum + ((counts.get(value) ?? 0) - expected) ** 2 / expected;
  }, 0);
  const bound = upperQuantile[counts.size - 1];
  assert.ok(bound !== undefined, `no quantile for ${counts.size} kinds`);
  assert.ok(statistic < bound, `chi-square ${statistic} of ${JSON.stringify([...counts])}`);
};

/** A stream that draws these whole numbers, one after another, whatever is asked. */
export const scripted = (...numbers: readonly number[]): Stream => {
  const left = [...numbers];
  const integer = (n: number): number => {
    const drawn = left.shift();
    assert.ok(drawn !== undefined && drawn < n, `${drawn} below ${n}`);
    return drawn;
  };
  const pick = <T>(items: readonly T[]): T => items[integer(items.length)] as T;
  return { ...openStream(goldenSecret, 'scripted'), integer, pick };
};

export const minimisationOf = (change: Partial<MinimisationMethod> = {}): MinimisationMethod => ({
  algorithm: 'minimisation/1',
  arms: armsOf(1, 1),
  factors: [
    { id: 'sex', levels: ['woman', 'man'] },
    { id: 'site', levels: ['north', 'south'] },
  ],
  measure: 'range',
  ...change,
});

/** People of these arms, one letter each, all with the same levels. */
export const peopleOf = (letters: string, levels: FactorLevels): readonly AllocatedBefore[] =>
  [...letters].map((arm) => ({ arm, levels }));

/** One factor with one level: minimisation then looks at the arms alone. */
export const everyone: readonly BalancedFactor[] = [{ id: 'everyone', levels: ['yes'] }];
