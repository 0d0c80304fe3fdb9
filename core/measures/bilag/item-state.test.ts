import assert from 'node:assert/strict';
import test from 'node:test';
import { atLeastValue, between, exactly, lessThan, moreThan } from '#core/quantities/range.ts';
import { one, rational, zero } from '#core/quantities/rational.ts';
import { everyAnswer, itemState, rationalOfNumber, singleLevel } from './item-state.ts';
import { bilagItem } from './items.ts';

/** Codes of the form (isenberg2005): 0 to 4, yes and no, 0 to 3 on the dipstick. */
const [ordinal, yesNo, dipstick, amount] = [bilagItem(5), bilagItem(88), bilagItem(81), bilagItem(83)];
const known = (numerator: number, denominator = 1) => ({
  state: 'known',
  range: exactly(rational(numerator, denominator)),
});
const refused = (why: string) => ({ state: 'refused', why });

test('a number is the decimal that is written', () => {
  assert.deepEqual(rationalOfNumber(0.1), rational(1, 10));
  assert.deepEqual(rationalOfNumber(-3), rational(-3));
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7])
    assert.equal(rationalOfNumber(value), undefined);
});

test('what an answer says, and why it is refused', () => {
  const rows = [
    [ordinal, 0, known(0)],
    [ordinal, 4, known(4)],
    [ordinal, 5, refused('no whole number from 0 to 4')],
    [ordinal, -1, refused('no whole number from 0 to 4')],
    [ordinal, 1.5, refused('no whole number from 0 to 4')],
    [ordinal, 'yes', refused('no whole number from 0 to 4')],
    [yesNo, 'yes', known(1)],
    [yesNo, 'no', known(0)],
    [yesNo, 1, refused('neither yes nor no')],
    [dipstick, 3, known(3)],
    [dipstick, 4, refused('no whole number from 0 to 3')],
    [dipstick, 'no', { state: 'not due to lupus' }],
    [dipstick, 'yes', refused('no whole number from 0 to 3')],
    [amount, 99.5, known(199, 2)],
    [amount, 0, known(0)],
    [amount, -1, refused('below zero')],
    [amount, Number.NaN, refused('no number')],
    [amount, 'yes', refused('no number')],
    [amount, 'no', { state: 'not due to lupus' }],
    [amount, 'unreadable', refused('unreadable')],
    [ordinal, 'not done', { state: 'not done' }],
    [amount, 'not done', { state: 'not done' }],
    [amount, undefined, { state: 'not recorded' }],
  ] as const;
  for (const [item, value, expected] of rows)
    assert.deepEqual(itemState(item, value), expected, `${item.number} ${String(value)}`);
});

test('a range stays one, from zero', () => {
  const [four, ten] = [rational(4), rational(10)];
  const rows = [
    [between(four, ten), between(four, ten)],
    [lessThan(ten), { low: zero, high: ten, lowOpen: false, highOpen: true }],
    [moreThan(rational(-1)), 'below zero'],
    [moreThan(ten), moreThan(ten)],
  ] as const;
  for (const [given, expected] of rows)
    assert.deepEqual(
      itemState(amount, given),
      expected === 'below zero' ? refused(expected) : { state: 'known', range: expected },
    );
});

test('everything that an item can be answered with', () => {
  assert.deepEqual(everyAnswer(ordinal), between(zero, rational(4)));
  assert.deepEqual(everyAnswer(yesNo), between(zero, one));
  assert.deepEqual(everyAnswer(dipstick), between(zero, rational(3)));
  assert.deepEqual(everyAnswer(amount), atLeastValue(zero));
});

test('a level is known again by its own range, and by no other', () => {
  for (const level of [0, 1, 2, 3, 4]) {
    const state = itemState(ordinal, level);
    assert.ok(state.state === 'known');
    assert.equal(singleLevel(state.range), level);
    assert.equal(singleLevel(exactly(rational(level))), -1, 'made elsewhere');
  }
  assert.equal(singleLevel(between(zero, one)), -1);
});
