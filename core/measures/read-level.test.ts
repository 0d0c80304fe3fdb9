import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from './given.ts';
import { readLevel } from './read-level.ts';

/** Grades as in isenberg2005. */
const levels = ['A', 'B', 'C'];

test('a level of the list is read with its evidence; everything else is missing, and says how', () => {
  const evidence = { record: 'record of x', what: 'x', written: 'B', date: '2026-05-18' };
  assert.deepEqual(readLevel('x', levels, sittingWith({ x: 'B' })), { level: 'B', evidence });
  const rows = [
    [{}, { kind: 'item', item: 'x', point: 'screening', why: 'not recorded' }],
    [{ x: 'not done' }, { kind: 'item', item: 'x', point: 'screening', why: 'not done' }],
    [{ x: 'b' }, { kind: 'unreadable', item: 'x', point: 'screening', why: '"b" is none of A, B, C' }],
    [{ x: '' }, { kind: 'unreadable', item: 'x', point: 'screening', why: '"" is none of A, B, C' }],
  ] as const;
  for (const [written, missing] of rows)
    assert.deepEqual(readLevel('x', levels, sittingWith(written)), { level: undefined, missing });
});
