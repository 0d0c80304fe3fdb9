import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable } from './given.ts';

const pointOf = (sentence: string) => {
  const read = conditionOf(sentence);
  assert(read.kind === 'judgement');
  return read.point;
};
const windowOf = (window: string) => {
  const read = conditionOf(`received rituximab ${window}`);
  assert(read.kind === 'records');
  return read.window;
};

test('a point is named, or is the one at which the sentence is asked', () => {
  assert.deepEqual(pointOf('judged "x" at week 24'), { kind: 'named', name: 'week 24' });
  assert.deepEqual(pointOf('judged "x"'), { kind: 'here' });
});

test('in a window "this visit" is the point at which it is asked', () => {
  const week = { count: 1, unit: 'week' };
  const here = { kind: 'here' };
  assert.deepEqual(windowOf('within 1 week before this visit'), {
    kind: 'within',
    least: undefined,
    most: week,
    direction: 'before',
    point: here,
  });
  assert.deepEqual(windowOf('from baseline to this visit'), windowOf('since baseline'));
  assert.deepEqual(windowOf('at this visit'), { kind: 'on', point: here });
});

test('elsewhere it is no name', () => {
  assert.equal(unreadable('judged "x" at this visit').problem, 'found "this"');
});
