import assert from 'node:assert/strict';
import test from 'node:test';
import { chooseEnd, type End, multiplyEnds } from './range-ends.ts';
import { rational, zero } from './rational.ts';

const closed = (n: number): End => ({ value: rational(n), open: false });
const open = (n: number): End => ({ value: rational(n), open: true });
const up: End = { value: 'infinity', open: true };
const down: End = { value: 'minus infinity', open: true };

const products: readonly (readonly [string, End, End, End])[] = [
  ['closed times closed', closed(2), closed(-3), closed(-6)],
  ['closed times open', closed(2), open(3), open(6)],
  ['negative times infinity', closed(-1), up, down],
  ['infinity times infinity below', down, down, up],
  ['a zero that is reached, times infinity', closed(0), up, { value: zero, open: false }],
  ['a zero that is not reached, times infinity', open(0), up, { value: zero, open: true }],
  ['a zero that is not reached, times one that is', open(0), closed(0), { value: zero, open: false }],
  ['a zero that is reached, times an open end', closed(0), open(5), { value: zero, open: false }],
];

for (const [name, a, b, expected] of products) {
  test(`${name}`, () => {
    assert.deepEqual(multiplyEnds(a, b), expected);
    assert.deepEqual(multiplyEnds(b, a), expected);
  });
}

test('the lower or higher end is chosen, and a tie goes as asked', () => {
  assert.equal(chooseEnd([up, closed(2), down], -1, 'closed'), down);
  const [low, high] = [closed(2), closed(5)];
  assert.equal(chooseEnd([low, high], -1, 'closed'), low);
  assert.equal(chooseEnd([low, high], 1, 'closed'), high);
  assert.equal(chooseEnd([open(2), closed(2)], 1, 'closed').open, false);
  assert.equal(chooseEnd([closed(2), open(2)], 1, 'open').open, true);
});
