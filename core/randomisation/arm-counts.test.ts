import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countOneMore, imbalanceOf, mostBehind, scaleOf } from './arm-counts.ts';
import { armsOf } from './given.ts';

const rows: readonly (readonly [
  ratios: readonly number[],
  counts: readonly number[],
  imbalance: number,
  behind: readonly number[],
])[] = [
  [[1, 1], [0, 0], 0, [0, 1]],
  [[1, 1], [5, 3], 2, [1]],
  [[3, 3], [5, 3], 2, [1]],
  [[2, 1], [4, 2], 0, [0, 1]],
  [[2, 1], [5, 2], 0.5, [1]],
  [[2, 1], [4, 3], 1, [0]],
  [[3, 2, 1], [3, 3, 0], 1.5, [2]],
  [[1, 1, 1], [2, 1, 1], 1, [1, 2]],
  [[1], [7], 0, [0]],
];
for (const [ratios, counts, imbalance, behind] of rows) {
  test(`${counts.join(' and ')} in ${ratios.join(' to ')}: ${imbalance} out, behind ${behind.join()}`, () => {
    const scale = scaleOf(armsOf(...ratios));
    assert.equal(imbalanceOf(scale, counts), imbalance);
    assert.deepEqual(mostBehind(scale, counts), behind);
  });
}

test('a whole round of the ratio is left out', () => {
  const scale = scaleOf(armsOf(4, 2));
  assert.deepEqual(countOneMore(scale, [1, 1], 0), [0, 0]);
  assert.deepEqual(countOneMore(scale, [0, 1], 0), [1, 1]);
  assert.deepEqual(countOneMore(scale, [5, 0], 1), [3, 0]);
});

test('leaving rounds out changes neither imbalance nor guess', () => {
  const ratios = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(ratios, fc.array(fc.nat(3), { maxLength: 60 }), (some, drawn) => {
      const scale = scaleOf(armsOf(...some));
      const whole = some.map(() => 0);
      let reduced: readonly number[] = some.map(() => 0);
      for (const arm of drawn.map((number) => number % some.length)) {
        whole[arm] = (whole[arm] ?? 0) + 1;
        reduced = countOneMore(scale, reduced, arm);
      }
      assert.equal(imbalanceOf(scale, reduced), imbalanceOf(scale, whole));
      assert.deepEqual(mostBehind(scale, reduced), mostBehind(scale, whole));
    }),
  );
});
