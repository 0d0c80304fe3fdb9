import assert from 'node:assert/strict';
import test from 'node:test';
import { ids, unknown } from './fault.ts';

test('a name on the list is no fault; another is one, with the list and the name probably meant', () => {
  assert.deepEqual(unknown('msc', ['msc', 'il-2'], ['arms'], 'arm'), []);
  assert.deepEqual(unknown('mcs', ['msc', 'il-2'], ['arms', 0], 'arm'), [
    { path: ['arms', 0], what: '"mcs" is no arm', expected: ['msc', 'il-2'], nearest: 'msc' },
  ]);
  assert.deepEqual(unknown('placebo', new Set(['msc']), [], 'arm')[0]?.nearest, undefined);
});

test('a list too long to read is not read out', () => {
  const names = Array.from({ length: 31 }, (_, index) => `name ${index}`);
  assert.deepEqual(unknown('nome 7', names, [], 'name')[0]?.expected, ['a name']);
  assert.equal(unknown('nome 7', names, [], 'name')[0]?.nearest, 'name 7');
  assert.equal(unknown('x', names.slice(1), [], 'name')[0]?.expected.length, 30);
});

test('the ids of a list, in its order', () => {
  assert.deepEqual(ids([{ id: 'b' }, { id: 'a' }]), ['b', 'a']);
});
