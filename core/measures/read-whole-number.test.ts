import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from './given.ts';
import { readWholeNumber } from './read-whole-number.ts';

/** Answers from 1 to 6, as the items of ware1994 have them. */
test('a whole number of the range is read with its evidence', () => {
  const evidence = { record: 'record of x', what: 'x', written: '3', date: '2026-05-18' };
  assert.deepEqual(readWholeNumber('x', 1, 6, sittingWith({ x: '3' })), { value: 3, evidence });
  for (const [written, expected] of [
    ['1', 1],
    ['6', 6],
    ['03', 3],
  ] as const)
    assert.equal(readWholeNumber('x', 1, 6, sittingWith({ x: written })).value, expected);
});

test('everything else is missing, and says how', () => {
  const why = 'no whole number from 1 to 6';
  const rows = [
    [{}, { kind: 'item', item: 'x', point: 'screening', why: 'not recorded' }],
    [{ x: 'not done' }, { kind: 'item', item: 'x', point: 'screening', why: 'not done' }],
    ...['0', '7', '-1', '2.5', '3.0', '', 'three', '1e0', '1234567890'].map(
      (x) => [{ x }, { kind: 'unreadable', item: 'x', point: 'screening', why }] as const,
    ),
  ] as const;
  for (const [written, missing] of rows)
    assert.deepEqual(readWholeNumber('x', 1, 6, sittingWith(written)), { value: undefined, missing });
});
