import assert from 'node:assert/strict';
import test from 'node:test';
import { armsOf, drawnList, planOf } from './given.ts';
import { findRatioWarnings } from './ratio-warnings.ts';

const slotsOf = (stratum: string, letters: string) =>
  [...letters].map((arm, index) => ({ stratum, slot: index + 1, arm }));

// Three standard deviations of the binomial count: of 9 slots 4.5, of 10 slots 4.74, of 40 at 1 in 4 8.22.
const rows: readonly (readonly [ratios: readonly number[], letters: string, expected: number])[] = [
  [[1, 1], 'A'.repeat(9), 0],
  [[1, 1], 'A'.repeat(10), 2],
  [[1, 1], 'AB'.repeat(5), 0],
  [[3, 1], `${'A'.repeat(30)}${'B'.repeat(10)}`, 0],
  [[3, 1], `${'A'.repeat(22)}${'B'.repeat(18)}`, 0],
  [[3, 1], `${'A'.repeat(21)}${'B'.repeat(19)}`, 2],
  [[1, 1, 1], `${'A'.repeat(30)}${'B'.repeat(30)}`, 1],
  [[1], 'AAAA', 0],
];
for (const [ratios, letters, expected] of rows) {
  test(`${letters.length} slots in ${ratios.join(' to ')}: ${expected} warnings`, () => {
    const warnings = findRatioWarnings({ arms: armsOf(...ratios), slots: slotsOf('x', letters) });
    assert.equal(warnings.length, expected);
  });
}

test('a warning says where, what stands there and what was expected', () => {
  const slots = [...slotsOf('x', 'AAAAAAAAAAAA'), ...slotsOf('y', 'AB')];
  assert.deepEqual(findRatioWarnings({ arms: armsOf(1, 1), slots }), [
    { warning: 'ratio far off', stratum: 'x', arm: 'A', slots: 12, expected: 6 },
    { warning: 'ratio far off', stratum: 'x', arm: 'B', slots: 0, expected: 6 },
    { warning: 'ratio far off', arm: 'A', slots: 13, expected: 7 },
    { warning: 'ratio far off', arm: 'B', slots: 1, expected: 7 },
  ]);
});

test('strata that are each within bounds may be off together', () => {
  const slots = ['w', 'x', 'y', 'z'].flatMap((stratum) => slotsOf(stratum, 'AAAAB'));
  assert.deepEqual(findRatioWarnings({ arms: armsOf(1, 1), slots }), []);
  const more = ['v', 'w', 'x', 'y', 'z', 's', 't', 'u'].flatMap((stratum) => slotsOf(stratum, 'AAAAB'));
  assert.deepEqual(
    findRatioWarnings({ arms: armsOf(1, 1), slots: more }).map(({ stratum, arm }) => [stratum, arm]),
    [
      [undefined, 'A'],
      [undefined, 'B'],
    ],
  );
});

test('lists that we draw are within bounds', () => {
  const blocks = drawnList({ algorithm: 'permuted-blocks/1', blockSizes: [6], ...planOf(600, 2, 1) });
  assert.deepEqual(findRatioWarnings(blocks), []);
  assert.deepEqual(findRatioWarnings(drawnList({ algorithm: 'simple/1', ...planOf(600, 2, 1) })), []);
});
