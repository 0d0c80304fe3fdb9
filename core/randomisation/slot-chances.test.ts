import assert from 'node:assert/strict';
import test from 'node:test';
import { permutedBlocksProcess } from './block-process.ts';
import { computeSlotChances } from './slot-chances.ts';

const arms = [
  { id: 'A', ratio: 1 },
  { id: 'B', ratio: 1 },
];
const process = permutedBlocksProcess({
  algorithm: 'permuted-blocks/1',
  arms,
  strata: ['all'],
  slotsPerStratum: 6,
  blockSizes: [2, 4],
});

/** Every list of six slots in blocks of two and four, with its chance, written out from the definition of the method. */
const allLists = (): readonly (readonly [list: string, chance: number])[] => {
  const orders = new Map([
    [2, ['AB', 'BA']],
    [4, ['AABB', 'ABAB', 'ABBA', 'BAAB', 'BABA', 'BBAA']],
  ]);
  const grow = (list: string, chance: number): readonly (readonly [string, number])[] =>
    list.length >= 6
      ? [[list.slice(0, 6), chance]]
      : [2, 4].flatMap((size) => {
          const all = orders.get(size) ?? [];
          return all.flatMap((order) => grow(list + order, chance / 2 / all.length));
        });
  return grow('', 1);
};
const lists = allLists();

/** By enumeration; no number of a paper, so no key of evidence/references.bib. */
const rows: readonly (readonly (number | undefined)[])[] = [
  [undefined, undefined, undefined, undefined, undefined, undefined],
  [0, undefined, undefined, undefined, undefined, undefined],
  [undefined, undefined, undefined, 1, undefined, undefined],
  [0, 0, undefined, undefined, undefined, undefined],
  [undefined, 1, undefined, undefined, 0, undefined],
  [0, 1, 1, 0, undefined, undefined],
];

for (const known of rows)
  test(`known ${known.map((arm) => arm ?? '?').join('')}: the chances are those of the lists that fit`, () => {
    const fit = lists.filter(([list]) => known.every((arm, slot) => arm === undefined || 'AB'[arm] === list[slot]));
    const all = fit.reduce((sum, [, chance]) => sum + chance, 0);
    const chances = computeSlotChances(process, 2, known);
    known.forEach((_, slot) => {
      const a = fit.filter(([list]) => list[slot] === 'A').reduce((sum, [, chance]) => sum + chance, 0) / all;
      assert.ok(Math.abs((chances[slot]?.[0] ?? Number.NaN) - a) < 1e-12, `slot ${slot}`);
      assert.ok(Math.abs((chances[slot]?.[0] ?? 0) + (chances[slot]?.[1] ?? 0) - 1) < 1e-12);
    });
  });

test('what the method never gives breaks', () => {
  const twos = permutedBlocksProcess({
    algorithm: 'permuted-blocks/1',
    arms,
    strata: ['all'],
    slotsPerStratum: 2,
    blockSizes: [2],
  });
  assert.throws(() => computeSlotChances(twos, 2, [0, 0]), /never gives what is known of slot/);
});
