import assert from 'node:assert/strict';
import test from 'node:test';
import { firstProblem } from './design-checks.ts';
import { armsOf, minimisationOf } from './given.ts';
import { type FactorLevels, type MinimisationMethod, minimisationChecks, strangeFactor } from './minimisation.ts';

// In order of precedence: each row is wrong in what it names and in what stands below it.
const certain: Partial<MinimisationMethod> = { chance: { times: 1, outOf: 1 } };
const odd: Partial<MinimisationMethod> = { chance: { times: 1, outOf: 0 } };
const factor = (weight: number, ...levels: readonly string[]) => ({ id: 'sex', levels, weight });
const rows: readonly (readonly [change: Partial<MinimisationMethod>, expected: string | undefined])[] = [
  [{ ...odd, arms: [], factors: [] }, 'no arms'],
  [{ ...odd, arms: [...armsOf(1), ...armsOf(1)], factors: [] }, 'arm named twice'],
  [{ ...odd, arms: armsOf(0), factors: [] }, 'ratio not a whole number above zero'],
  [{ ...odd, arms: armsOf(10, 11, 1), factors: [] }, 'ratio too fine'],
  [{ ...odd, arms: armsOf(1), factors: [] }, 'fewer than two arms'],
  [{ ...odd, factors: [] }, 'no factors'],
  [{ ...odd, factors: [factor(0), factor(1)] }, 'factor named twice'],
  [{ ...odd, factors: [factor(0)] }, 'factor without levels'],
  [{ ...odd, factors: [factor(0, 'woman', 'woman')] }, 'level named twice'],
  [{ ...odd, factors: [factor(0, 'woman')] }, 'weight not a whole number above zero'],
  [{ ...odd, factors: [factor(0.5, 'woman')] }, 'weight not a whole number above zero'],
  [odd, 'chance not a fraction of whole numbers'],
  [{ arms: armsOf(2, 1), chance: { times: 2 ** 31 + 1, outOf: 2 ** 31 + 2 } }, 'chance too fine'],
  [{ chance: { times: 49, outOf: 100 } }, 'chance below the share of the smallest arm'],
  [{ arms: armsOf(1, 1, 1), chance: { times: 33, outOf: 100 } }, 'chance below the share of the smallest arm'],
  [{ arms: armsOf(3, 1), chance: { times: 24, outOf: 100 } }, 'chance below the share of the smallest arm'],
  [certain, 'chance a certainty'],
  [{ arms: armsOf(1, 1, 1), chance: { times: 34, outOf: 100 } }, undefined],
  [{ arms: armsOf(3, 1), chance: { times: 25, outOf: 100 } }, undefined],
  [{ arms: armsOf(100, 100, 1) }, undefined],
  [{ arms: armsOf(2, 2), factors: [factor(1, 'woman')] }, undefined],
  [{}, undefined],
];
for (const [change, expected] of rows) {
  test(`checks: ${expected ?? 'no problem'} ${JSON.stringify(change)}`, () =>
    assert.equal(firstProblem(minimisationChecks, minimisationOf(change)), expected));
}

const levels: readonly (readonly [levels: FactorLevels, expected: string | undefined])[] = [
  [{ sex: 'woman', site: 'north' }, undefined],
  [{ sex: 'woman', site: 'north', age: 'old' }, undefined],
  [{ sex: 'woman' }, 'site'],
  [{ sex: 'woman', site: '' }, 'site'],
  [{ sex: 'Woman', site: 'east' }, 'sex'],
  [{}, 'sex'],
];
for (const [given, expected] of levels) {
  test(`levels ${JSON.stringify(given)}: ${expected ?? 'none'} is strange`, () =>
    assert.equal(strangeFactor(minimisationOf(), given)?.id, expected));
}

test('a factor that is not given is strange even where a level has no name', () => {
  for (const id of ['age', 'constructor']) {
    const method = minimisationOf({ factors: [{ id, levels: [''] }] });
    assert.equal(strangeFactor(method, {})?.id, id);
    assert.equal(strangeFactor(method, { [id]: '' }), undefined);
  }
});
