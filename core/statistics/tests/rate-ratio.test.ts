import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ExposureProblem } from '../intervals/poisson-rate.ts';
import type { RatioEnd } from '../intervals/ratio-end.ts';
import { type RateRatio, testRateRatio } from './rate-ratio.ts';

const told = (result: RateRatio | NotEstimable<ExposureProblem>): RateRatio => {
  assert.ok('method' in result);
  return result;
};
const asNumber = (value: RatioEnd): number => (value === 'unbounded' ? Number.POSITIVE_INFINITY : value);

type Input = Readonly<Record<'x1' | 't1' | 'x2' | 't2', number>>;
interface Output extends Readonly<Record<'ratio' | 'p', number>> {
  readonly ratioCI: { readonly lower: number; readonly upper: number };
}
// R's poisson.test: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('poisson_rate')) {
  test(`as R: ${id}`, () => {
    const { x1, t1, x2, t2 } = input;
    const found = told(testRateRatio({ events: x1, time: t1 }, { events: x2, time: t2 }));
    assertClose(asNumber(found.estimate), output.ratio, 1e-9);
    assertClose(found.lower, output.ratioCI.lower, 1e-9);
    assertClose(asNumber(found.upper), output.ratioCI.upper, 1e-9);
    assertClose(found.twoSided, output.p, 1e-9);
  });
}

type Key = 'x1' | 't1' | 'x0' | 't0' | 'confidence' | 'ratio' | 'ratioLower' | 'ratioUpper' | 'p';
for (const row of expectedOf<{ readonly rates: readonly Readonly<Record<Key, number>>[] }>('poisson-rate').rates) {
  test(`as R: ${row.x1} in ${row.t1} against ${row.x0} in ${row.t0} (evidence/oracles/poisson-rate)`, () => {
    const arms = [
      { events: row.x1, time: row.t1 },
      { events: row.x0, time: row.t0 },
    ] as const;
    const found = told(testRateRatio(...arms, row.confidence));
    assertClose(asNumber(found.estimate), row.ratio, 1e-12);
    assertClose(found.lower, row.ratioLower, 1e-9);
    assertClose(asNumber(found.upper), row.ratioUpper, 1e-9);
    assertClose(found.twoSided, row.p, 1e-9);
  });
}

test('three against none in equal time: p is 1/4 of one side twice, the ratio infinite (przyborowski1940)', () => {
  const found = told(testRateRatio({ events: 3, time: 10 }, { events: 0, time: 10 }));
  assertClose(found.twoSided, 0.25, 1e-14);
  assert.deepEqual([found.estimate, found.upper, found.method], ['unbounded', 'unbounded', 'rate-ratio/1']);
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(testRateRatio({ events: 0, time: 1 }, { events: 0, time: 2 }), { notEstimable: 'no events' });
  assert.deepEqual(testRateRatio({ events: 1, time: 0 }, { events: 0, time: 2 }), {
    notEstimable: 'time not above zero',
  });
});

const exposure = fc.record({
  events: fc.integer({ min: 1, max: 60 }),
  time: fc.double({ min: 0.5, max: 99, noNaN: true }),
});

test('exchanging arms inverts ratio and ends and keeps p; another unit of time changes nothing', () => {
  fc.assert(
    fc.property(exposure, exposure, (one, other) => {
      const [own, turned] = [told(testRateRatio(one, other)), told(testRateRatio(other, one))];
      assertClose(asNumber(turned.estimate), 1 / asNumber(own.estimate), 1e-10);
      assertClose(asNumber(turned.upper), 1 / own.lower, 1e-9);
      const months = told(testRateRatio({ ...one, time: 12 * one.time }, { ...other, time: 12 * other.time }));
      assertClose(months.lower, own.lower, 1e-9);
      assertClose(months.twoSided, own.twoSided, 1e-9);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  const found = testRateRatio({ events: 3, time: 10 }, { events: 5, time: 12 });
  assertSays(found, 'rate-ratio/1', {
    confidence: 0.95,
    conditional: 'on the events of both arms',
    twoSided: 'outcomes not more probable than the observed one',
    tieTolerance: 1e-7,
  });
});
