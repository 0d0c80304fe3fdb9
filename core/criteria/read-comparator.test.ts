import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from './given.ts';
import { comparators } from './read-comparator.ts';

test('each comparator is read as itself, the longer before the shorter', () => {
  assert.equal(new Set(comparators).size, 6);
  for (const comparator of comparators) {
    const read = conditionOf(`PGA ${comparator} 1`);
    assert.equal(read.kind === 'comparison' && read.comparator, comparator);
  }
});

test('the signs of print are the same comparators', () => {
  for (const [sign, comparator] of [
    ['≤', '<='],
    ['≥', '>='],
    ['≠', '!='],
  ] as const) {
    const read = conditionOf(`PGA ${sign} 1`);
    assert.equal(read.kind === 'comparison' && read.comparator, comparator);
  }
});
