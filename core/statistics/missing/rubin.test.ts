import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import { type ImputedEstimate, type Pooled, type PoolingProblem, poolImputations } from './rubin.ts';

const told = (result: Pooled | NotEstimable<PoolingProblem>): Pooled => {
  assert.ok('method' in result);
  return result;
};
interface Input {
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
  readonly dfComplete: number;
}
const pool = ({ estimates, variances, dfComplete }: Input): Pooled =>
  told(
    poolImputations(
      estimates.map((estimate, i) => ({ estimate, variance: variances[i] ?? Number.NaN })),
      dfComplete,
    ),
  );

type Key = 'estimate' | 'within' | 'between' | 'total' | 'dfRubin' | 'dfBarnardRubin' | 'riv' | 'lambda' | 'p';
interface Output extends Readonly<Record<Key, number>> {
  readonly ci: { readonly lower: number; readonly upper: number };
}
// R's mice: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('rubin_pool')) {
  test(`as R: ${id}`, () => {
    const { inference, within, between, total, dfRubin, relativeIncrease, missingShare } = pool(input);
    const pairs: readonly (readonly [number | undefined, number])[] = [
      [inference.estimate, output.estimate],
      [within, output.within],
      [between, output.between],
      [total, output.total],
      [dfRubin, output.dfRubin],
      [inference.df, output.dfBarnardRubin],
      [relativeIncrease, output.riv],
      [missingShare, output.lambda],
      [inference.twoSided, output.p],
      [inference.lower, output.ci.lower],
      [inference.upper, output.ci.upper],
    ];
    for (const [found, expected] of pairs) assertClose(found ?? Number.NaN, expected, 1e-9);
  });
}

type OwnKey = 'estimate' | 'within' | 'between' | 'total' | 'df' | 'riv' | 'lambda' | 'p' | 'lower' | 'upper';
interface Row extends Input, Readonly<Record<OwnKey, number>> {
  readonly dfRubin: number | null;
}
for (const [set, row] of expectedOf<readonly Row[]>('rubin').entries()) {
  test(`as the formulas written out in R: case ${set + 1} (evidence/oracles/rubin)`, () => {
    const { inference, within, between, total, dfRubin, relativeIncrease, missingShare, imputations } = pool(row);
    const found = [inference.estimate, within, between, total, inference.df, relativeIncrease, missingShare];
    const { estimate, df, riv, lambda } = row;
    [estimate, row.within, row.between, row.total, df, riv, lambda].forEach((expected, i) => {
      assertNear(found[i] ?? Number.NaN, expected, 1e-9);
    });
    assertNear(inference.twoSided, row.p, 1e-9);
    assertNear(inference.lower, row.lower, 1e-9);
    assertNear(inference.upper, row.upper, 1e-9);
    assert.equal(dfRubin === undefined, row.dfRubin === null);
    if (row.dfRubin !== null) assertClose(dfRubin ?? 0, row.dfRubin, 1e-9);
    assert.equal(imputations, row.estimates.length);
  });
}

test('two imputations by hand (rubin1987): within 1, between 1/2, total 1.75', () => {
  const { within, between, total, dfRubin, method } = pool({ estimates: [1, 2], variances: [1, 1], dfComplete: 10 });
  assert.deepEqual([within, between, total, method], [1, 0.5, 1.75, 'rubin/1']);
  // (m − 1)(1 + W / ((1 + 1/m) B))²
  assertClose(dfRubin ?? 0, (1 + 1 / 0.75) ** 2, 1e-14);
});

const one: ImputedEstimate = { estimate: 1, variance: 1 };
const refused: readonly (readonly [
  results: readonly ImputedEstimate[],
  df: number,
  confidence: number,
  PoolingProblem,
])[] = [
  [[one], 5, 0.95, 'fewer than two imputations'],
  [[one, { estimate: Number.NaN, variance: 1 }], 5, 0.95, 'not a number'],
  [[one, { estimate: 1, variance: -1 }], 5, 0.95, 'not a number'],
  [
    [
      { estimate: 1, variance: 0 },
      { estimate: 2, variance: 0 },
    ],
    5,
    0.95,
    'no variation',
  ],
  [[one, one], 0, 0.95, 'df not above zero'],
  [[one, one], 5, 1, 'confidence not between 0 and 1'],
];
for (const [results, df, confidence, expected] of refused) {
  test(`refuses: ${expected}, ${results.length} results`, () => {
    assert.deepEqual(poolImputations(results, df, confidence), { notEstimable: expected });
  });
}

const result = fc.record({
  estimate: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
});

test('the total is at least the mean variance, the df at most the complete ones; another unit scales all', () => {
  fc.assert(
    fc.property(fc.array(result, { minLength: 2, maxLength: 20 }), fc.integer({ min: 2, max: 300 }), (results, df) => {
      const own = told(poolImputations(results, df));
      assert.ok(own.total >= own.within && own.inference.df <= df);
      const scaled = results.map(({ estimate, variance }) => ({ estimate: 3 * estimate, variance: 9 * variance }));
      const other = told(poolImputations(scaled, df));
      assertNear(other.inference.upper, 3 * own.inference.upper, 1e-9);
      assertNear(other.inference.df, own.inference.df, 1e-7);
    }),
  );
});
