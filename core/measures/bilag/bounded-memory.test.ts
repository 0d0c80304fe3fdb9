import assert from 'node:assert/strict';
import test from 'node:test';
import { boundedMemory } from './bounded-memory.ts';

/** What a memory keeps: no number of a paper, so no key of evidence/references.bib. */
test('what was kept is given back, and nothing else', () => {
  const memory = boundedMemory<string, number>(2);
  assert.equal(memory.get('one'), undefined);
  assert.equal(memory.keep('one', 1), 1);
  assert.equal(memory.get('one'), 1);
  assert.equal(memory.get('two'), undefined);
});

test('full, it forgets what it had and keeps what is new', () => {
  const memory = boundedMemory<number, string>(2);
  const found = () => [1, 2, 3].map((key) => memory.get(key));
  memory.keep(1, 'one');
  memory.keep(2, 'two');
  assert.deepEqual(found(), ['one', 'two', undefined]);
  memory.keep(3, 'three');
  assert.deepEqual(found(), [undefined, undefined, 'three']);
});
