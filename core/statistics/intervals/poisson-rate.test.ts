import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, expectedOf, publicCases } from '../given.ts';
import { computePoissonRate, type ExposureProblem, type PoissonRate, refuseExposures } from './poisson-rate.ts';

const rate = (events: number, time: number, confidence?: number): PoissonRate => {
  const result: PoissonRate | NotEstimable<ExposureProblem> = computePoissonRate({ events, time }, confidence);
  assert.ok('method' in result);
  return result;
};

type Input = Readonly<Record<'x1' | 't1' | 'x2' | 't2', number>>;
interface Output {
  readonly rate1: number;
  readonly ci1: { readonly lower: number; readonly upper: number };
}
// R's poisson.test: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('poisson_rate')) {
  test(`as R: ${id}`, () => {
    const { estimate, lower, upper } = rate(input.x1, input.t1);
    assertClose(estimate, output.rate1, 1e-9);
    assertClose(lower, output.ci1.lower, 1e-9);
    assertClose(upper, output.ci1.upper, 1e-9);
  });
}

type Row = Readonly<Record<'x1' | 't1' | 'confidence' | 'rate' | 'lower' | 'upper', number>>;
for (const row of expectedOf<{ readonly rates: readonly Row[] }>('poisson-rate').rates) {
  test(`as R: ${row.x1} in ${row.t1} at ${row.confidence} (evidence/oracles/poisson-rate)`, () => {
    const { estimate, lower, upper } = rate(row.x1, row.t1, row.confidence);
    assertClose(estimate, row.rate, 1e-12);
    assertClose(lower, row.lower, 1e-10);
    assertClose(upper, row.upper, 1e-10);
  });
}

test('no events in 100 person-years: below 3.69 per 100, −ln(.025) in closed form (garwood1936)', () => {
  const { lower, upper, method, conventions } = rate(0, 1);
  assert.equal(lower, 0);
  assertClose(upper, -Math.log(0.025), 1e-14);
  assert.deepEqual([method, conventions], ['garwood/1', { confidence: 0.95, sides: 'two-sided, equal tails' }]);
});

const refused: readonly (readonly [events: number, time: number, confidence: number, expected: ExposureProblem])[] = [
  [1.5, 1, 0.95, 'not a whole number'],
  [-1, 1, 0.95, 'negative count'],
  [100_001, 1, 0.95, 'too many events'],
  [1, 0, 0.95, 'time not above zero'],
  [1, Number.POSITIVE_INFINITY, 0.95, 'time not above zero'],
  [1, Number.NaN, 0.95, 'time not above zero'],
  [1, 1, 1, 'confidence not between 0 and 1'],
];
for (const [events, time, confidence, expected] of refused) {
  test(`refuses: ${expected}, ${events} in ${time}`, () => {
    assert.deepEqual(computePoissonRate({ events, time }, confidence), { notEstimable: expected });
    assert.deepEqual(
      refuseExposures(
        [
          { events: 1, time: 1 },
          { events, time },
        ],
        confidence,
      ),
      { notEstimable: expected },
    );
  });
}

test('another unit of time scales all; more events raise both ends; the interval holds the estimate', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.double({ min: 0.1, max: 1e3, noNaN: true }), (events, time) => {
      const [own, years, more] = [rate(events, time), rate(events, time / 365.25), rate(events + 1, time)];
      assertClose(years.upper, own.upper * 365.25, 1e-12);
      assert.ok(own.lower <= own.estimate && own.estimate < own.upper);
      assert.ok(own.lower < more.lower && own.upper < more.upper);
    }),
  );
});
