import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import { anyArm, armOf, type Columns, estimable, inDays, timeToEventSets, twoPublicCases } from './given.ts';
import { estimateSurvival } from './kaplan-meier.ts';
import { type QuantileTime, survivalQuantile } from './survival-quantile.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R`
// (`brookmeyer1982`).

const assertTime = (found: QuantileTime, expected: number | null | undefined, what: string): void => {
  if (expected === null) assert.deepEqual(found, { notEstimable: 'not reached' }, what);
  else assertNear(typeof found === 'number' ? found : Number.NaN, expected ?? Number.NaN, 1e-12, what);
};

interface PublicArm {
  readonly arm: 0 | 1;
  readonly median: number | null;
  readonly medianLower: number | null;
  readonly medianUpper: number | null;
}
for (const { id, input, output } of twoPublicCases<Columns, { readonly arms: readonly PublicArm[] }>('kaplan_meier')) {
  for (const expected of output.arms) {
    test(`public ${id}, median of arm ${expected.arm}`, () => {
      const { estimate, lower, upper } = survivalQuantile(estimable(estimateSurvival(armOf(input, expected.arm))));
      assertTime(estimate, expected.median, 'median');
      assertTime(lower, expected.medianLower, 'lower');
      assertTime(upper, expected.medianUpper, 'upper');
    });
  }
}

for (const set of timeToEventSets()) {
  test(`R quantile.survfit, ${set.name}: quartiles and median on all scales`, () => {
    for (const [arm, curves] of [[1, set.arm1] as const, [0, set.arm0] as const]) {
      for (const scale of ['log-log', 'log', 'plain'] as const) {
        const curve = estimable(estimateSurvival(armOf(set, arm), scale));
        [0.25, 0.5, 0.75].forEach((probability, i) => {
          const { estimate, lower, upper } = survivalQuantile(curve, probability);
          const what = `${scale}, arm ${arm}, ${probability}`;
          assertTime(estimate, curves[scale].quantiles[i], what);
          assertTime(lower, curves[scale].quantileLower[i], `lower, ${what}`);
          assertTime(upper, curves[scale].quantileUpper[i], `upper, ${what}`);
        });
      }
    }
  });
}

// By hand, with the rule of the middle of a flat step.
const rows: readonly (readonly [
  name: string,
  times: readonly (readonly [number, boolean])[],
  expected: QuantileTime,
])[] = [
  [
    'never half',
    [
      [1, true],
      [2, false],
      [3, false],
    ],
    { notEstimable: 'not reached' },
  ],
  [
    'stands at half from 2 to 3',
    [
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ],
    2.5,
  ],
  [
    'ends at half, followed to 6',
    [
      [1, true],
      [2, true],
      [5, false],
      [6, false],
    ],
    4,
  ],
  [
    'passes half at 2',
    [
      [1, true],
      [2, true],
      [3, true],
    ],
    2,
  ],
  ['at once', [[3, true]], 3],
];
for (const [name, times, expected] of rows) {
  test(`median: ${name}`, () => {
    const curve = estimable(estimateSurvival(times.map(([time, event]) => ({ time, event }))));
    assert.deepEqual(survivalQuantile(curve).estimate, expected);
  });
}

test('rises with the share, lies within its interval, and follows the unit of time', () => {
  fc.assert(
    fc.property(anyArm, (arm) => {
      const [curve, days] = [estimable(estimateSurvival(arm)), estimable(estimateSurvival(inDays(arm)))];
      const value = (time: QuantileTime): number => (typeof time === 'number' ? time : Number.POSITIVE_INFINITY);
      const [quarter, half] = [survivalQuantile(curve, 0.25), survivalQuantile(curve, 0.5)];
      assert.ok(value(quarter.estimate) <= value(half.estimate));
      assert.ok(value(half.lower) <= value(half.estimate) && value(half.estimate) <= value(half.upper));
      assert.equal(value(survivalQuantile(days, 0.5).estimate), 7 * value(half.estimate));
    }),
  );
});

test('a share of 0 or 1 is a fault of the caller', () => {
  const curve = estimable(estimateSurvival([{ time: 1, event: true }]));
  for (const share of [0, 1, Number.NaN]) assert.throws(() => survivalQuantile(curve, share), /no time for/);
});

test('a result says by which method and conventions it was found', () => {
  const curve = estimable(
    estimateSurvival([
      { time: 1, event: true },
      { time: 2, event: false },
      { time: 3, event: false },
    ]),
  );
  const found = survivalQuantile(curve);
  assert.deepEqual(found.estimate, { notEstimable: 'not reached' });
  assert.deepEqual(found.conventions, { flat: 'middle of the flat step', interval: 'inverted pointwise band' });
});
