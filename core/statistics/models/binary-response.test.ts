import assert from 'node:assert/strict';
import test from 'node:test';
import { coefficientNames, designOf, type ModelColumn, refuseBinaryResponse } from './binary-response.ts';
import { responseOf } from './given.ts';

const column = (name: string, ...values: readonly number[]): ModelColumn => ({ name, values });

test('the design has an intercept, then the columns in their order (mccullagh1989)', () => {
  const data = responseOf([1, 0, 1], [column('arm', 1, 0, 1), column('age', 30, 41, 52)]);
  assert.deepEqual(designOf(data), [
    [1, 1, 30],
    [1, 0, 41],
    [1, 1, 52],
  ]);
  assert.deepEqual(coefficientNames(data), ['intercept', 'arm', 'age']);
});

const arm = column('arm', 1, 0, 1, 0);
const refusals: readonly (readonly [why: string, columns: readonly ModelColumn[], expected: string | undefined])[] = [
  ['nothing', [arm], undefined],
  ['no columns at all', [], undefined],
  ['a short column', [column('age', 30, 41)], 'columns of different lengths'],
  ['a missing value', [column('age', 30, Number.NaN, 41, 52)], 'not a number'],
  ['one name twice', [arm, column('arm', 1, 2, 3, 5)], 'two columns of one name'],
  ['a constant', [arm, column('site', 0.1, 0.1, 0.1, 0.1)], 'columns not independent'],
  ['its own opposite', [arm, column('control', 0, 1, 0, 1)], 'columns not independent'],
  ['a sum of two', [arm, column('x', 1, 2, 3, 5), column('sum', 2, 2, 4, 5)], 'columns not independent'],
  [
    'as many columns as rows',
    [arm, column('x', 1, 2, 3, 5), column('y', 3, 1, 3, 2), column('z', 3, 8, 5, 2)],
    'columns not independent',
  ],
];
for (const [why, columns, expected] of refusals) {
  test(`with ${why}: ${expected ?? 'accepted'}`, () => {
    const refusal = refuseBinaryResponse(responseOf([1, 0, 1, 1], columns), 0.95);
    assert.equal(refusal?.notEstimable, expected);
  });
}

test('refuses no rows and a confidence that is none', () => {
  assert.equal(refuseBinaryResponse(responseOf([], []), 0.95)?.notEstimable, 'no participants');
  const refusal = refuseBinaryResponse(responseOf([1, 0, 1, 1], [arm]), 1);
  assert.equal(refusal?.notEstimable, 'confidence not between 0 and 1');
});
