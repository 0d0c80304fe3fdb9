import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { scoreOfDifference } from '../tests/difference-score.ts';
import type { RatioEnd } from './ratio-end.ts';
import { computeRiskRatio } from './risk-ratio.ts';

const numeric = (end: RatioEnd): number => (end === 'unbounded' ? Number.POSITIVE_INFINITY : end);
interface Row extends Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence', number>> {
  readonly koopman: readonly [number, number];
}
const rows = expectedOf<readonly Row[]>('risk-ratio');
test('the oracle, evidence/oracles/risk-ratio, has its rows', () => assert.equal(rows.length, 11));
for (const { x1, n1, x2, n2, confidence, koopman } of rows) {
  test(`as base R: ${x1}/${n1} to ${x2}/${n2} at ${confidence}`, () => {
    const { estimate, lower, upper } = estimated(computeRiskRatio(group(x1, n1), group(x2, n2), confidence));
    assertClose(numeric(estimate), x1 / n1 / (x2 / n2), 1e-15);
    assertClose(lower, koopman[0], 1e-11, 'lower');
    assertClose(numeric(upper), koopman[1], 1e-11, 'upper');
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'conf', number>>;
interface Output {
  readonly rr: number;
  readonly rrKoopman: { readonly lower: number; readonly upper: number };
}
for (const { id, input, output } of publicCases<Input, Output>('rr_or')) {
  test(`public: ${id}`, () => {
    const found = estimated(computeRiskRatio(group(input.x1, input.n1), group(input.x2, input.n2), input.conf));
    assertClose(numeric(found.estimate), output.rr, 1e-14);
    assertClose(found.lower, output.rrKoopman.lower, 1e-12);
    assertClose(numeric(found.upper), output.rrKoopman.upper, 1e-12);
  });
}

const arm = fc.integer({ min: 1, max: 60 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('exchanging the arms inverts it', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const [one, other] = [computeRiskRatio(arm1, arm0), computeRiskRatio(arm0, arm1)];
      fc.pre('method' in one && 'method' in other);
      assertClose(one.lower, 1 / numeric(other.upper), 1e-10);
      assertClose(numeric(one.upper), 1 / other.lower, 1e-10);
    }),
  );
});

test('it holds 1 exactly when the score test of no difference does not reject (koopman1984)', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const ratio = computeRiskRatio(arm1, arm0);
      const events = arm1.events + arm0.events;
      fc.pre('method' in ratio && events < arm1.of + arm0.of);
      const z = scoreOfDifference(arm1, arm0, 0, 'none');
      // 1.96 to sixteen digits: R 4.2.2, qnorm(0.975).
      fc.pre(Math.abs(Math.abs(z) - 1.9599639845400545) > 1e-9);
      assert.deepEqual([ratio.lower > 1, numeric(ratio.upper) < 1], [z > 1.9599639845400545, z < -1.9599639845400545]);
    }),
  );
});

test('without events in one arm one end is told, without any none', () => {
  const [none, some] = [group(0, 10), group(3, 10)];
  const [less, more] = [estimated(computeRiskRatio(none, some)), estimated(computeRiskRatio(some, none))];
  assert.deepEqual([less.estimate, less.lower, more.estimate, more.upper], [0, 0, 'unbounded', 'unbounded']);
  assert.ok(numeric(less.upper) > 1 && more.lower < 1 && more.lower > 0);
  assert.deepEqual(computeRiskRatio(none, none), { notEstimable: 'no events in either arm' });
  assert.deepEqual(computeRiskRatio(none, group(1, 0)), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeRiskRatio(group(3, 10), group(5, 10)), 'koopman/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
  });
});
