import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { responseOf } from './given.ts';
import { separationTest } from './separation.ts';

const x = (...values: readonly number[]) => [{ name: 'x', values }];
// Directions as intercept and slope; albert1984 calls the first complete, the second quasi-complete.
const rows: readonly (readonly [
  why: string,
  y: readonly number[],
  x: readonly number[],
  along: readonly number[],
  is: boolean,
])[] = [
  ['above 2.5 all respond', [0, 0, 1, 1], [1, 2, 3, 4], [-2.5, 1], true],
  ['at 3 some do', [0, 0, 1, 1], [1, 3, 3, 4], [-3, 1], true],
  ['the threshold lies elsewhere', [0, 0, 1, 1], [1, 2, 3, 4], [-1.5, 1], false],
  ['the wrong way round', [0, 0, 1, 1], [1, 2, 3, 4], [2.5, -1], false],
  ['one on the wrong side', [0, 1, 0, 1], [1, 2, 3, 4], [-2.5, 1], false],
  ['everybody responded', [1, 1, 1], [1, 2, 3], [1, 0], true],
  ['no direction', [0, 0, 1, 1], [1, 2, 3, 4], [0, 0], false],
];
for (const [why, y, values, along, is] of rows) {
  test(`${why}: ${is ? 'separates' : 'does not'}`, () => {
    assert.equal(separationTest(responseOf(y, x(...values)))(along), is);
  });
}

test('a direction may be longer or shorter, but not turned', () => {
  const separates = separationTest(responseOf([0, 0, 1, 1], x(1, 2, 3, 4)));
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (length) => {
      assert.equal(separates([-2.5 * length, length]), true);
      assert.equal(separates([2.5 * length, -length]), false);
    }),
  );
});
