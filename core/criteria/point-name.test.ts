import assert from 'node:assert/strict';
import test from 'node:test';
import { pointName } from './point-name.ts';

test('a named point is itself, an open one where the sentence is asked', () => {
  assert.equal(pointName({ kind: 'named', name: 'baseline' }, 'week 24'), 'baseline');
  assert.equal(pointName({ kind: 'here' }, 'week 24'), 'week 24');
});

test('an open point of a sentence that is asked nowhere is a broken invariant', () =>
  assert.throws(() => pointName({ kind: 'here' }, undefined), /without a point/));
