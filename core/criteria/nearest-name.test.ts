import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { editDistance, nearestName } from './nearest-name.ts';

const distances: readonly (readonly [string, string, number])[] = [
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['screening', 'screning', 1],
  ['ab', 'ba', 1],
  ['ca', 'abc', 3],
  ['UPCR', 'upcr', 4],
];
for (const [from, to, expected] of distances)
  test(`${from} → ${to}: ${expected} edits`, () => assert.equal(editDistance(from, to), expected));

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

/** Breadth-first search over single edits: an independent definition of the distance for small words. */
const searched = (from: string, to: string): number => {
  let reached = new Set([from]);
  for (let distance = 0; ; distance += 1) {
    if (reached.has(to)) return distance;
    const next = new Set(reached);
    for (const each of reached)
      for (let at = 0; at <= each.length; at += 1) {
        next.add(each.slice(0, at) + each.slice(at + 1));
        for (const letter of 'abc') {
          if (each.length < Math.max(from.length, to.length)) next.add(each.slice(0, at) + letter + each.slice(at));
          next.add(each.slice(0, at) + letter + each.slice(at + 1));
        }
      }
    reached = next;
  }
};

test('without swaps it is the number of single edits; a swap only shortens', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 });
  fc.assert(
    fc.property(short, short, (from, to) => {
      const found = editDistance(from, to);
      const plain = searched(from, to);
      assert(found <= plain && plain <= 2 * found);
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('symmetric, zero only for equals, at most the longer length', () =>
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      assert.equal(distance, editDistance(b, a));
      assert.equal(distance === 0, a === b);
      assert(distance <= Math.max(a.length, b.length));
    }),
  ));

const names = ['creatinine', 'UPCR', 'screening', 'week 4', 'week 24', 'B-cell-depletion', 'PGA'];
const rows: readonly (readonly [string | readonly string[], string | undefined])[] = [
  ['creatinin', 'creatinine'],
  ['Creatinine', 'creatinine'],
  ['UPRC', 'UPCR'],
  ['screning', 'screening'],
  ['week 42', 'week 4'],
  ['week 25', 'week 24'],
  [['week', 'week 25', 'week 25 and'], 'week 24'],
  ['b cell depletion', 'B-cell-depletion'],
  ['albumin', undefined],
  ['', undefined],
  [[], undefined],
  ['x'.repeat(1000), undefined],
];
for (const [written, expected] of rows)
  test(`${JSON.stringify(written).slice(0, 40)} is nearest to ${expected}`, () =>
    assert.equal(nearestName(written, names), expected));

test('of two equally near names the first wins', () => {
  assert.equal(nearestName('week 3', ['week 4', 'week 5']), 'week 4');
  assert.equal(nearestName('week 3', ['week 5', 'week 4']), 'week 5');
});
