import assert from 'node:assert/strict';
import test from 'node:test';
import { rational } from '#core/quantities/rational.ts';
import { fraction, literal } from './literal.ts';

test('a number is exact', () => {
  assert.deepEqual(literal('0.1'), rational(1, 10));
  assert.deepEqual(literal('007'), rational(7));
  assert.deepEqual(literal('1.250'), rational(5, 4));
});

test('a percentage is a fraction', () => {
  assert.deepEqual(fraction('125'), rational(5, 4));
  assert.deepEqual(fraction('33.3'), rational(333, 1000));
});

test('what was read as a number and is none is a broken invariant', () => assert.throws(() => literal('one'), /"one"/));
