import assert from 'node:assert/strict';
import test from 'node:test';
import { firstProblem, hasTwins, isCount, type ListPlan, pairChecks, planChecks } from './design-checks.ts';
import { armsOf, planOf } from './given.ts';

const counts: readonly (readonly [value: number, expected: boolean])[] = [
  [1, true],
  [2 ** 53 - 1, true],
  [2 ** 53, false],
  [0, false],
  [-1, false],
  [1.5, false],
  [Number.NaN, false],
];
for (const [value, expected] of counts)
  test(`${value} counts: ${expected}`, () => assert.equal(isCount(value), expected));

test('twins are values that come twice', () => {
  assert.equal(hasTwins(['a', 'b', 'a']), true);
  assert.equal(hasTwins(['a', 'b', 'A']), false);
  assert.equal(hasTwins([]), false);
});

// In order of precedence: each row is wrong in what it names and in what stands below it.
const last: Partial<ListPlan> = { slotsPerStratum: 0 };
const rows: readonly (readonly [change: Partial<ListPlan>, expected: string | undefined])[] = [
  [{ ...last, arms: [], strata: [] }, 'no arms'],
  [{ ...last, arms: [...armsOf(0), ...armsOf(1)], strata: [] }, 'arm named twice'],
  [{ ...last, arms: armsOf(0, 1), strata: [] }, 'ratio not a whole number above zero'],
  [{ arms: armsOf(2 ** 32, 1) }, 'ratio not a whole number above zero'],
  [{ ...last, strata: [] }, 'no strata'],
  [{ ...last, strata: ['x', 'x'] }, 'stratum named twice'],
  [last, 'slots not a whole number above zero'],
  [{ slotsPerStratum: 1_000_001 }, 'list too long'],
  [{ slotsPerStratum: 500_001, strata: ['x', 'y'] }, 'list too long'],
  [{ slotsPerStratum: 500_000, strata: ['x', 'y'] }, undefined],
  [{ arms: armsOf(2 ** 32 - 1, 1) }, undefined],
  [{ arms: armsOf(1) }, undefined],
];
for (const [change, expected] of rows) {
  test(`a plan: ${expected ?? 'no problem'} ${JSON.stringify(change).slice(0, 60)}`, () =>
    assert.equal(firstProblem(planChecks, { ...planOf(10), ...change }), expected));
}

const pairs: readonly (readonly [ratios: readonly number[], expected: string | undefined])[] = [
  [[1], 'not two arms'],
  [[1, 2, 3], 'not two arms'],
  [[1, 2], 'ratio not equal'],
  [[2, 2], undefined],
];
for (const [ratios, expected] of pairs) {
  test(`a pair of ${ratios.join(' to ')}: ${expected ?? 'no problem'}`, () =>
    assert.equal(firstProblem(pairChecks, { arms: armsOf(...ratios) }), expected));
}
