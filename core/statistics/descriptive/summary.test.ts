import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, publicCases } from '../given.ts';
import { type Summary, summariseValues } from './summary.ts';

type Key = 'n' | 'mean' | 'sd' | 'se' | 'median' | 'q1type2' | 'q3type2' | 'q1type7' | 'q3type7' | 'min' | 'max';
interface Output extends Readonly<Record<Key, number>> {
  readonly ci: { readonly lower: number; readonly upper: number };
}
const summary = (values: readonly number[], confidence?: number, type?: 'type 2' | 'type 7'): Summary => {
  const found = summariseValues(values, confidence, type);
  assert.ok('method' in found);
  return found;
};

// R's mean, sd and quantile: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<{ readonly y: readonly number[] }, Output>('normal_ci_desc')) {
  test(`as R: ${id}`, () => {
    const found = summary(input.y);
    const other = summary(input.y, 0.95, 'type 7');
    const { spread } = found;
    assert.ok(spread);
    const pairs: readonly (readonly [number, number])[] = [
      [found.n, output.n],
      [found.mean, output.mean],
      [spread.standardDeviation, output.sd],
      [spread.standardError, output.se],
      [found.median, output.median],
      [found.lowerQuartile, output.q1type2],
      [found.upperQuartile, output.q3type2],
      [other.lowerQuartile, output.q1type7],
      [other.upperQuartile, output.q3type7],
      [found.minimum, output.min],
      [found.maximum, output.max],
      [spread.interval.lower, output.ci.lower],
      [spread.interval.upper, output.ci.upper],
    ];
    for (const [value, expected] of pairs) assertClose(value, expected, 1e-12);
  });
}

test('a single value has no spread, and says its conventions', () => {
  assert.deepEqual(summary([3], 0.9, 'type 7'), {
    method: 'summary/1',
    n: 1,
    mean: 3,
    median: 3,
    lowerQuartile: 3,
    upperQuartile: 3,
    minimum: 3,
    maximum: 3,
    conventions: { confidence: 0.9, interval: 'Student t', quantiles: 'type 7' },
  });
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(summariseValues([]), { notEstimable: 'no participants' });
  assert.deepEqual(summariseValues([1, Number.NaN]), { notEstimable: 'not a number' });
  assert.deepEqual(summariseValues([1], 95), { notEstimable: 'confidence not between 0 and 1' });
});

test('another unit with another zero moves everything alike', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 40 }), (values) => {
      const [own, other] = [summary(values), summary(values.map((value) => 1.8 * value + 32))];
      for (const key of ['mean', 'median', 'lowerQuartile', 'upperQuartile', 'minimum', 'maximum'] as const) {
        assertNear(other[key], 1.8 * own[key] + 32, 1e-12);
      }
      assertNear(other.spread?.interval.upper ?? 0, 1.8 * (own.spread?.interval.upper ?? 0) + 32, 1e-11);
    }),
  );
});
