import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { armsOf } from './given.ts';
import type { ListSlot } from './list-slot.ts';
import { checkUploadedList, sortUploadedList, type UploadedListMethod } from './uploaded-list.ts';

/** A row as it is written: stratum, slot, arm, and the pack if there is one. */
const row = (text: string): ListSlot => {
  const [stratum = '', slot, arm = '', kit] = text.split(' ');
  return { stratum, slot: Number(slot), arm, ...(kit === undefined ? {} : { kit }) };
};

const uploaded = (rows: readonly string[], change: Partial<UploadedListMethod> = {}): UploadedListMethod => ({
  algorithm: 'uploaded-list/1',
  arms: armsOf(1, 1),
  strata: ['x', 'y'],
  rows: rows.map(row),
  ...change,
});

const y = 'y 1 A';
const refusals: readonly (readonly [rows: readonly string[], expected: unknown])[] = [
  [[], { refused: 'no rows' }],
  [['x 1 A', 'z 1 A', y], { refused: 'unknown stratum', row: 2, found: 'z' }],
  [['x 1 C', 'z 1 A', y], { refused: 'unknown arm', row: 1, found: 'C' }],
  [['z 1 C', y], { refused: 'unknown stratum', row: 1, found: 'z' }],
  [['x 1 a', y], { refused: 'unknown arm', row: 1, found: 'a' }],
  [['x 0 A', y], { refused: 'slot not a whole number above zero', row: 1, found: '0' }],
  [['x one A', y], { refused: 'slot not a whole number above zero', row: 1, found: 'NaN' }],
  [['x 1.5 A', y], { refused: 'slot not a whole number above zero', row: 1, found: '1.5' }],
  [['x 1 A', 'x 2 B', y, 'x 2 B'], { refused: 'slot given twice', row: 4, found: '2' }],
  [['x 1 A', 'x 3 B', y], { refused: 'slot before it left out', row: 2, found: '3' }],
  [['x 2 A', y], { refused: 'slot before it left out', row: 1, found: '2' }],
  [['x 1 A k1', 'y 1 A'], { refused: 'kit missing', row: 2, found: '' }],
  [['x 1 A k1', 'y 1 A k1'], { refused: 'kit given twice', row: 2, found: 'k1' }],
  [['x 1 A', 'x 2 B'], { refused: 'stratum without rows', found: 'y' }],
];
for (const [rows, expected] of refusals) {
  test(`refuses ${rows.join(', ') || 'nothing'}`, () => assert.deepEqual(checkUploadedList(uploaded(rows)), expected));
}

const designs: readonly (readonly [change: Partial<UploadedListMethod>, expected: unknown])[] = [
  [{ arms: [], strata: [] }, { refused: 'no arms' }],
  [{ arms: armsOf(0), strata: [] }, { refused: 'ratio not a whole number above zero' }],
  [{ strata: [] }, { refused: 'no strata' }],
  [{ strata: ['x', 'x'] }, { refused: 'stratum named twice' }],
  [{ rows: Array.from({ length: 1_000_001 }, () => row(y)) }, { refused: 'list too long' }],
];
for (const [change, expected] of designs) {
  test(`refuses ${JSON.stringify(expected)}`, () =>
    assert.deepEqual(checkUploadedList(uploaded(['x 1 A'], change)), expected));
}

const whole = ['x 1 A', 'x 2 B', 'y 1 A', 'y 2 A', 'y 3 B'];

test('packs on every row, and packs on none, are both a list', () => {
  assert.equal(checkUploadedList(uploaded(whole)), undefined);
  assert.equal(checkUploadedList(uploaded(whole.map((text, index) => `${text} k${index}`))), undefined);
  assert.equal(checkUploadedList(uploaded(whole.map((text) => `${text} `))), undefined);
});

test('rows may come in any order, and are put in that of strata and slots', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (rows) => {
      const method = uploaded(rows);
      assert.equal(checkUploadedList(method), undefined);
      assert.deepEqual(sortUploadedList(method), whole.map(row));
    }),
  );
});

test('of a whole list no row but the last of a stratum can be left out', () => {
  const without = whole.map((_, left) => checkUploadedList(uploaded(whole.filter((_text, index) => index !== left))));
  const problems = without.map((problem) => problem?.refused);
  const gap = 'slot before it left out';
  assert.deepEqual(problems, [gap, undefined, gap, gap, undefined]);
});
