import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { assertNear, assertSays, expectedOf } from '../given.ts';
import { type AlphaSpending, spentAlpha } from './alpha-spending.ts';
import type { ErrorRates } from './error-rates.ts';
import { designWithFutility, type FutilityDesign } from './futility-bounds.ts';
import { designGroupSequential } from './group-sequential.ts';

// Expected numbers: `evidence/oracles/group-sequential/make.R` (`lan1983`, `jennison2000`).
const rules = {
  OF: { spending: "O'Brien-Fleming type" },
  P: { spending: 'Pocock type' },
  HSD: { spending: 'Hwang-Shih-DeCani', gamma: -4 },
  power: { spending: 'power', exponent: 3 },
} as const satisfies Readonly<Record<string, AlphaSpending>>;

const designed = (
  bounds: AlphaSpending,
  beta: AlphaSpending,
  information: readonly number[],
  rates: ErrorRates,
): FutilityDesign => {
  const result = designWithFutility(bounds, beta, information, rates);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

interface Row extends ErrorRates {
  readonly kind: keyof typeof rules;
  readonly betaKind: keyof typeof rules;
  readonly information: readonly number[];
  readonly criticalValues: readonly number[];
  readonly futility: readonly number[];
  readonly drift: number;
}
const { futility: rows } = expectedOf<{ readonly futility: readonly Row[] }>('group-sequential');
test('the oracle has its rows', () => assert.equal(rows.length, 8));
for (const row of rows) {
  test(`nested integrals in R: ${row.kind} and ${row.betaKind} at ${row.information.map((t) => t.toFixed(2))}`, () => {
    const found = designed(rules[row.kind], rules[row.betaKind], row.information, row);
    row.futility.forEach((expected, k) => {
      assertNear(found.futility[k] ?? Number.NaN, expected, 1e-7);
      assertNear(found.criticalValues[k] ?? Number.NaN, row.criticalValues[k] ?? Number.NaN, 1e-8);
    });
    assertNear(found.shift, row.drift ** 2, 1e-7);
  });
}

test('one look: both bounds are those of the trial without looks', () => {
  const found = designed(rules.OF, rules.OF, [1], { alpha: 0.025, power: 0.8 });
  assertNear(found.futility[0] ?? Number.NaN, -normalQuantile(0.025), 1e-12);
  assertNear(found.inflation, 1, 1e-10);
});

test('beta is spent along the function, at the cost of a larger trial; the critical values do not move', () => {
  const rule = fc.constantFrom<keyof typeof rules>('OF', 'P', 'HSD', 'power');
  fc.assert(
    fc.property(rule, rule, fc.double({ min: 0.3, max: 0.8, noNaN: true }), (kind, betaKind, early) => {
      const [information, rates] = [[early, 1], { alpha: 0.025, power: 0.85 }];
      const found = designed(rules[kind], rules[betaKind], information, rates);
      const spent = spentAlpha(rules[betaKind], 0.15, early);
      assertNear(found.stopsAtDrift[0] ?? Number.NaN, spent, 1e-10);
      assertNear(found.stopsAtDrift[1] ?? Number.NaN, 0.15 - spent, 1e-9);
      const without = designGroupSequential(rules[kind], information, rates);
      assert.ok('method' in without);
      assert.deepEqual(found.criticalValues, without.criticalValues);
      assert.ok(found.inflation >= without.inflation - 1e-9);
      assert.ok((found.stopsAtNone[0] ?? 0) >= (found.stopsAtDrift[0] ?? 1));
      assert.ok((found.futility[0] ?? 9) <= (found.criticalValues[0] ?? 0));
    }),
    { numRuns: 15 },
  );
});

test('what has no design without futility has none with it, nor without a function for beta', () => {
  const rates = { alpha: 0.025, power: 0.8 };
  const found = designWithFutility(rules.OF, rules.OF, [0.5, 0.9], rates);
  assert.deepEqual(found, { notEstimable: 'information not rising to 1' });
  const none = { spending: 'power', exponent: Number.NaN } as const;
  assert.deepEqual(designWithFutility(rules.OF, none, [0.5, 1], rates), { notEstimable: 'no such bounds' });
});

test('a result says by which method and conventions it was found', () => {
  const [bounds, betaSpending] = [{ spending: 'Pocock type' }, { spending: "O'Brien-Fleming type" }] as const;
  const found = designWithFutility(bounds, betaSpending, [0.5, 1], { alpha: 0.025, power: 0.8 });
  assertSays(found, 'futility-bounds/1', {
    bounds,
    betaSpending,
    futility: 'not binding',
    alpha: 'one-sided',
    information: [0.5, 1],
  });
});
