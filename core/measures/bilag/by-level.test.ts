import assert from 'node:assert/strict';
import test from 'node:test';
import { between, exactly, lessThan, moreThan } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';
import { type ByLevel, madeOf } from './by-level.ts';
import { itemState } from './item-state.ts';
import { bilagItem } from './items.ts';

/** Levels of an ordinal item are 0 to 4 (isenberg2005); what they make here are letters. */
const letters: ByLevel<string> = [[], ['b'], ['c'], ['c', 'd'], ['e']];
const read = (level: number) => {
  const state = itemState(bilagItem(5), level);
  return state.state === 'known' ? state.range : assert.fail('a level is known');
};

test('a known level makes its own, several levels make what each of them does', () => {
  const rows = [
    ['blank', ''],
    ['absent', ''],
    [read(0), ''],
    [read(3), 'cd'],
    [exactly(rational(3)), 'cd'],
    [between(zero, rational(4)), 'bccde'],
    [lessThan(rational(2)), 'b'],
    [moreThan(rational(2)), 'cde'],
    [exactly(rational(3, 2)), ''],
    [exactly(rational(7)), ''],
  ] as const;
  for (const [input, expected] of rows) assert.equal(madeOf(letters, input).join(''), expected);
});

test('a level that the item does not have makes nothing', () => {
  assert.deepEqual(madeOf([['no'], ['yes']], read(2)), []);
});
