import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { testFisherExact } from './fisher-exact.ts';
import type { Side } from './table-orders.ts';
import { testBarnard, testBoschloo } from './unconditional-exact.ts';

type Both = Readonly<Record<'boschloo' | 'barnard', number>>;
type Row = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2', number>> & Readonly<Record<Side, Both>>;
const { tests: rows } = expectedOf<{ readonly tests: readonly Row[] }>('unconditional-exact');
test('the oracle, evidence/oracles/unconditional-exact, has its rows', () => assert.equal(rows.length, 9));
const sides = ['two-sided', 'greater', 'less'] as const;
for (const row of rows) {
  const [arm1, arm0] = [group(row.x1, row.n1), group(row.x2, row.n2)];
  test(`as base R: ${row.x1}/${row.n1} against ${row.x2}/${row.n2}`, () => {
    for (const side of sides) {
      // The search of R ends a little below the supremum.
      assertNear(estimated(testBoschloo(arm1, arm0, side)).p, row[side].boschloo, 1e-10, `Boschloo ${side}`);
      assertNear(estimated(testBarnard(arm1, arm0, side)).p, row[side].barnard, 1e-10, `Barnard ${side}`);
    }
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2', number>>;
type Output = Readonly<Record<'boschloo' | 'barnardZ', number>>;
for (const { id, input, output } of publicCases<Input, Output>('boschloo_barnard')) {
  test(`public: ${id}`, () => {
    const [arm1, arm0] = [group(input.x1, input.n1), group(input.x2, input.n2)];
    assertNear(estimated(testBoschloo(arm1, arm0)).p, output.boschloo, 1e-12);
    assertNear(estimated(testBarnard(arm1, arm0)).p, output.barnardZ, 1e-12);
  });
}

test('by hand: 1 of 1 against 0 of 1, two-sided 2p(1 − p), at most 1/2; all four tables without it', () => {
  const { p, nuisance, method, conventions } = estimated(testBarnard(group(1, 1), group(0, 1)));
  assertNear(p, 0.5, 1e-14);
  assertNear(nuisance, 0.5, 1e-7);
  assert.deepEqual([method, conventions.order], ['barnard-pooled-z/1', 'pooled z']);
  assert.equal(estimated(testBarnard(group(1, 1), group(1, 1))).p, 1);
});

const arm = fc.integer({ min: 1, max: 12 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('Boschloo never exceeds Fisher of the same side', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const fisher = estimated(testFisherExact(arm1, arm0));
      for (const [side, p] of [
        ['two-sided', fisher.twoSided],
        ['greater', fisher.greater],
        ['less', fisher.less],
      ] as const) {
        assert.ok(estimated(testBoschloo(arm1, arm0, side)).p <= p + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('exchanging the arms exchanges the sides', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      for (const run of [testBoschloo, testBarnard]) {
        assertNear(estimated(run(arm1, arm0, 'greater')).p, estimated(run(arm0, arm1, 'less')).p, 1e-9);
        assertNear(estimated(run(arm1, arm0)).p, estimated(run(arm0, arm1)).p, 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('refuses what is no table, and arms that would take too long', () => {
  assert.deepEqual(testBoschloo(group(0, 0), group(1, 2)), { notEstimable: 'no participants' });
  assert.deepEqual(testBarnard(group(0, 301), group(1, 2)), { notEstimable: 'more than 300 participants in an arm' });
});

test('a result says by which method and conventions it was found', () => {
  const common = {
    side: 'two-sided',
    supremum: 'over all common proportions, no Berger-Boos interval',
    tieTolerance: 1e-7,
  };
  assertSays(testBoschloo(group(1, 4), group(3, 4)), 'boschloo/1', { ...common, order: 'Fisher p of the same side' });
  assertSays(testBarnard(group(1, 4), group(3, 4)), 'barnard-pooled-z/1', { ...common, order: 'pooled z' });
});
