import assert from 'node:assert/strict';
import test from 'node:test';
import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { claim, number, planted } from './given.ts';
import { asDouble, knownNumber } from './known-number.ts';

test('a number that is known exactly, as the nearest double', () => {
  const known = knownNumber(planted('P-1', 'msc', number(-2.4)));
  assert.deepEqual(known, rational(-12, 5));
  assert.equal(asDouble(rational(-12, 5)), -2.4);
  assert.equal(asDouble(rational(1, 3)), 1 / 3);
});

test('what is still a range, nothing at all, or no number is not known', () => {
  const range = { kind: 'number', range: between(rational(1), rational(2)) } as const;
  for (const outcome of [range, number(undefined), claim('true')])
    assert.equal(knownNumber(planted('P-1', 'msc', outcome)), undefined);
});

test('what enters analyses counts, not what was observed', () => {
  const value = { ...planted('P-1', 'msc', number(undefined)), entered: number(7) };
  assert.deepEqual(knownNumber(value), rational(7));
});
