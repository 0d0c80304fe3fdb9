import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { emptyPlane, emptyPlanes, hasBit, rowsOfWord, setBit, wordsFor } from './plane.ts';

const words: readonly (readonly [rows: number, words: number])[] = [
  [0, 0],
  [1, 1],
  [32, 1],
  [33, 2],
  [64, 2],
];
for (const [rows, expected] of words)
  test(`${rows} rows take ${expected} words`, () => {
    assert.equal(wordsFor(rows), expected);
    assert.equal(emptyPlane(rows).length, expected);
  });

test('exactly the bits that were set are there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(199)), (set) => {
      const plane = emptyPlane(200);
      for (const row of set) setBit(plane, row);
      for (let row = 0; row < 200; row += 1) assert.equal(hasBit(plane, row), set.includes(row));
    }),
  );
});

test('a row outside changes nothing', () => {
  const plane = emptyPlane(32);
  setBit(plane, 32);
  assert.deepEqual([...plane], [0]);
  assert.equal(hasBit(plane, 32), false);
});

test('what is known of nothing is neither true nor false', () => {
  const { holds, fails } = emptyPlanes(40);
  assert.deepEqual([...holds, ...fails], [0, 0, 0, 0]);
  assert.notEqual(holds, fails);
});

const tails: readonly (readonly [word: number, rows: number, bits: number])[] = [
  [0, 64, -1],
  [1, 64, -1],
  [2, 64, 0],
  [1, 33, 0b1],
  [0, 5, 0b11111],
  [0, 31, 0x7fffffff],
  [0, 32, -1],
];
for (const [word, rows, bits] of tails)
  test(`word ${word} of ${rows} rows`, () => assert.equal(rowsOfWord(word, rows), bits));
