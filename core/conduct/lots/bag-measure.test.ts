import assert from 'node:assert/strict';
import test from 'node:test';
import { isBelow, noSpecification, notMeasured } from './bag-measure.ts';

const aPercentage = 'a percentage above 0, at most 100';

test('a count is above zero, and living cells are a share of it', () => {
  const rows = [
    ['300000000', '92.5', undefined],
    ['0.5', '100', undefined],
    ['0', '92.5', ['cells', '0', 'a number above 0']],
    ['many', '92.5', ['cells', 'many', 'a number above 0']],
    ['300000000', '0', ['viability', '0', aPercentage]],
    ['300000000', '100.1', ['viability', '100.1', aPercentage]],
    ['300000000', '', ['viability', '', aPercentage]],
    ['300000000', '92.5%', ['viability', '92.5%', aPercentage]],
  ] as const;
  for (const [cells, viability, expected] of rows) {
    const [item, value, accepted] = expected ?? [];
    const refusal = expected === undefined ? undefined : { refused: 'value not accepted', item, value, accepted };
    assert.deepEqual(notMeasured({ cells, viability }), refusal, `${cells} ${viability}`);
  }
});

test('a specification holds two percentages', () => {
  assert.ok(!noSpecification({ atRelease: '80', afterThaw: '70' }));
  for (const least of [
    { atRelease: '101', afterThaw: '70' },
    { atRelease: '80', afterThaw: 'x' },
  ])
    assert.ok(noSpecification(least));
});

test('exactly the least is not below it, and the comparison is of decimals', () => {
  const rows = [
    ['70', '70', false],
    ['70.0', '70', false],
    ['69.99999999999999999', '70', true],
    ['9', '70', true],
    ['70.00000000000000001', '70', false],
  ] as const;
  for (const [viability, least, expected] of rows) assert.equal(isBelow(viability, least), expected, viability);
  assert.throws(() => isBelow('x', '70'), /viability x against 70/);
});
