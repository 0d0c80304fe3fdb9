import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { testFisherExact } from '../tests/fisher-exact.ts';
import { computeConditionalOddsRatio } from './conditional-odds-ratio.ts';
import type { RatioEnd } from './ratio-end.ts';

const numeric = (end: RatioEnd): number => (end === 'unbounded' ? Number.POSITIVE_INFINITY : end);
type Row = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence' | 'estimate' | 'lower' | 'upper', number>>;
const rows = expectedOf<readonly Row[]>('conditional-odds-ratio');
test('the oracle, evidence/oracles/conditional-odds-ratio, has its rows', () => assert.equal(rows.length, 13));
for (const { x1, n1, x2, n2, confidence, estimate, lower, upper } of rows) {
  test(`as base R: ${x1}/${n1} against ${x2}/${n2} at ${confidence}`, () => {
    const found = estimated(computeConditionalOddsRatio(group(x1, n1), group(x2, n2), confidence));
    assertClose(numeric(found.estimate), estimate, 1e-11, 'estimate');
    assertClose(found.lower, lower, 1e-11, 'lower');
    assertClose(numeric(found.upper), upper, 1e-11, 'upper');
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2', number>>;
type Output = Readonly<Record<'twoSided' | 'greater' | 'less' | 'oddsRatioCond' | 'lower' | 'upper', number>>;
for (const { id, input, output } of publicCases<Input, Output>('fisher_exact')) {
  test(`public: ${id}`, () => {
    const [arm1, arm0] = [group(input.x1, input.n1), group(input.x2, input.n2)];
    const found = estimated(computeConditionalOddsRatio(arm1, arm0));
    assertClose(numeric(found.estimate), output.oddsRatioCond, 1e-11);
    assertClose(found.lower, output.lower, 1e-11);
    assertClose(numeric(found.upper), output.upper, 1e-11);
    const p = estimated(testFisherExact(arm1, arm0));
    for (const side of ['twoSided', 'greater', 'less'] as const) assertClose(p[side], output[side], 1e-12, side);
  });
}

test('by hand: 1 of 1 against 0 of 1 is unbounded, its lower end odds of alpha/2', () => {
  // P(X ≥ 1) = ψ / (1 + ψ), so that ψ = .025 / .975 (fisher1935).
  const { estimate, lower, upper } = estimated(computeConditionalOddsRatio(group(1, 1), group(0, 1)));
  assert.deepEqual([estimate, upper], ['unbounded', 'unbounded']);
  assertClose(lower, 1 / 39, 1e-13);
});

const arm = fc.integer({ min: 1, max: 40 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('the one-sided p and the interval agree about 1', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const ratio = computeConditionalOddsRatio(arm1, arm0);
      fc.pre('method' in ratio);
      const p = estimated(testFisherExact(arm1, arm0));
      fc.pre(Math.abs(p.greater - 0.025) > 1e-9 && Math.abs(p.less - 0.025) > 1e-9);
      assert.deepEqual([ratio.lower > 1, numeric(ratio.upper) < 1], [p.greater < 0.025, p.less < 0.025]);
    }),
  );
});

test('exchanging the arms inverts it', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const [one, other] = [computeConditionalOddsRatio(arm1, arm0), computeConditionalOddsRatio(arm0, arm1)];
      fc.pre('method' in one && 'method' in other);
      assertClose(one.lower, 1 / numeric(other.upper), 1e-10);
      assertClose(numeric(one.estimate), 1 / numeric(other.estimate), 1e-10);
    }),
  );
});

test('refuses where the margins leave one table', () => {
  assert.deepEqual(computeConditionalOddsRatio(group(0, 3), group(0, 4)), { notEstimable: 'no events in either arm' });
  assert.deepEqual(computeConditionalOddsRatio(group(3, 3), group(4, 4)), {
    notEstimable: 'events in all of both arms',
  });
  assert.deepEqual(computeConditionalOddsRatio(group(3, 3), group(0, 0)), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeConditionalOddsRatio(group(3, 10), group(5, 10)), 'conditional-odds-ratio/1', {
    confidence: 0.95,
    sides: 'two-sided, each tail inverted by itself',
    estimate: 'conditional maximum likelihood',
  });
});
