import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, expectedOf } from '../given.ts';
import { medianOf, type QuantileType, quantileOf } from './quantile.ts';

interface Row {
  readonly values: readonly number[];
  readonly type2: readonly number[];
  readonly type7: readonly number[];
}
const probabilities = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

for (const { values, type2, type7 } of expectedOf<readonly Row[]>('quantile')) {
  test(`as R's quantile (evidence/oracles/quantile): ${values}`, () => {
    probabilities.forEach((p, i) => {
      assertClose(quantileOf(values, p, 'type 2'), type2[i] ?? Number.NaN, 1e-14, `type 2, ${p}`);
      assertClose(quantileOf(values, p, 'type 7'), type7[i] ?? Number.NaN, 1e-14, `type 7, ${p}`);
    });
  });
}

// By hand from the definitions in hyndman1996: n·p whole averages two, otherwise the next order statistic.
const rows: readonly (readonly [values: readonly number[], p: number, type: QuantileType, expected: number])[] = [
  [[4, 1, 3, 2], 0.25, 'type 2', 1.5],
  [[4, 1, 3, 2], 0.25, 'type 7', 1.75],
  [[4, 1, 3, 2], 0.3, 'type 2', 2],
  [[1, 2, 3, 4, 5], 0.25, 'type 2', 2],
  [Array.from({ length: 30 }, (_, i) => i + 1), 0.1, 'type 2', 3.5],
];
for (const [values, p, type, expected] of rows) {
  test(`${p} of ${values.length} values by ${type}: ${expected}`, () =>
    assert.equal(quantileOf(values, p, type), expected));
}

test('neither of no values nor outside 0 … 1', () => {
  assert.throws(() => quantileOf([], 0.5), /quantile: 0.5 of 0 values/);
  assert.throws(() => quantileOf([1], 1.5), /quantile: 1.5 of 1 values/);
});

test('the median is the middle of the mirrored values too; quantiles rise with p and ignore order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }), (values) => {
      assert.ok(medianOf(values) === -medianOf(values.map((value) => -value)));
      for (const type of ['type 2', 'type 7'] as const) {
        const found = probabilities.map((p) => quantileOf(values, p, type));
        assert.ok(found.every((value, i) => i === 0 || value >= (found[i - 1] ?? value) - 1e-12));
        assert.deepEqual(
          probabilities.map((p) => quantileOf(values.toReversed(), p, type)),
          found,
        );
      }
    }),
  );
});
