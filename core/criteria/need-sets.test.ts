import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Missing } from '#core/measures/measured.ts';
import { minimal, type Need, numbering, product, productOf } from './need-sets.ts';

const { ofAll, itemsIn } = numbering();
const item = (letter: string): Missing => ({ kind: 'judgement', text: letter, point: 'screening' });

/** `A BC` is A alone, or B and C together; `-` is the set of nothing. */
const read = (written: string): readonly Need[] =>
  written.split(' ').flatMap((set) => (set === '' ? [] : [ofAll(set === '-' ? [] : [...set].map(item))]));
const lettersOf = (need: Need): string =>
  itemsIn(need)
    .map((missing) => (missing.kind === 'judgement' ? missing.text : missing.kind))
    .join('');
const write = (sets: readonly Need[]): string => sets.map((set) => lettersOf(set) || '-').join(' ');

const least: readonly (readonly [string, string])[] = [
  ['', ''],
  ['A', 'A'],
  ['AB A', 'A'],
  ['AB BC', 'AB BC'],
  ['ABC BC D', 'D BC'],
  ['AB BA', 'AB'],
  ['A -', '-'],
];
for (const [sets, expected] of least)
  test(`of ${sets || 'no sets'} are minimal ${expected || 'none'}`, () =>
    assert.equal(write(minimal(read(sets))), expected));

const products: readonly (readonly [readonly string[], string])[] = [
  [[], '-'],
  [['A B'], 'A B'],
  [['A B', 'C'], 'AC BC'],
  [['A B', 'A C'], 'A BC'],
  [['A', ''], ''],
  [['A', '-'], 'A'],
];
for (const [families, expected] of products)
  test(`one of each of ${families.join(' | ') || 'nothing'}: ${expected || 'none'}`, () =>
    assert.equal(write(product(families.map(read))), expected));

const counted: readonly (readonly [number, readonly string[], string])[] = [
  [0, ['A', 'B'], '-'],
  [1, ['A', 'B'], 'B A'],
  [2, ['A', 'B'], 'AB'],
  [2, ['A', 'B', 'C'], 'BC AC AB'],
  [2, ['A', 'A', 'C'], 'A'],
  [2, ['A', '', 'C'], 'AC'],
  [3, ['A', 'B'], ''],
];
for (const [count, families, expected] of counted)
  test(`${count} of ${families.join(' | ')}: ${expected || 'none'}`, () =>
    assert.equal(write(productOf(count, families.map(read))), expected));

const choose = <T>(count: number, [first, ...others]: readonly T[]): readonly (readonly T[])[] => {
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choose(count - 1, others).map((chosen) => [first, ...chosen]), ...choose(count, others)];
};
const sorted = (sets: readonly Need[]): readonly string[] =>
  sets.map((set) => [...lettersOf(set)].toSorted().join('')).toSorted();

test('so many of some families is what every choice of so many gives', () => {
  const set = fc
    .uniqueArray(fc.constantFrom(...'ABCDEF'), { minLength: 1, maxLength: 3 })
    .map((letters) => letters.join(''));
  const family = fc.array(set, { maxLength: 3 }).map((sets) => minimal(read(sets.join(' '))));
  fc.assert(
    fc.property(fc.array(family, { maxLength: 5 }), fc.nat(4), (families, count) => {
      const expected = minimal(choose(count, families).flatMap((chosen) => product(chosen)));
      assert.deepEqual(sorted(productOf(count, families)), sorted(expected));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test('no more than 64 sets are kept, the smallest', () => {
  const letters = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const pairs = letters.map((letter, index) => `${letter}${letters[(index + 1) % 100]}`).join(' ');
  const kept = minimal(read(`${pairs} X`));
  assert.equal(kept.length, 64);
  assert.equal(write(kept.slice(0, 1)), 'X');
});
