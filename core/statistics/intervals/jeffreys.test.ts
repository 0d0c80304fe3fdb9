import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { computeClopperPearson } from './clopper-pearson.ts';
import { computeJeffreys } from './jeffreys.ts';

type Row = Readonly<Record<'x' | 'n' | 'confidence' | 'lower' | 'upper', number>>;
const rows = expectedOf<readonly Row[]>('jeffreys');
test('the oracle, evidence/oracles/jeffreys, has its rows', () => assert.equal(rows.length, 11));
for (const { x, n, confidence, lower, upper } of rows) {
  test(`as R's qbeta: ${x} of ${n} at ${confidence}`, () => {
    const found = estimated(computeJeffreys(group(x, n), confidence));
    assertNear(found.lower, lower, 1e-12, 'lower');
    assertNear(found.upper, upper, 1e-12, 'upper');
  });
}

interface Output {
  readonly jeffreys: { readonly lower: number; readonly upper: number };
}
for (const { id, input, output } of publicCases<Readonly<Record<'x' | 'n' | 'conf', number>>, Output>('binom_ci')) {
  test(`public: ${id}`, () => {
    const { lower, upper } = estimated(computeJeffreys(group(input.x, input.n), input.conf));
    assertNear(lower, output.jeffreys.lower, 1e-12);
    assertNear(upper, output.jeffreys.upper, 1e-12);
  });
}

const counts = fc.integer({ min: 1, max: 200 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
test('counting the others mirrors it; it lies within the exact interval (brown2001)', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const [own, others] = [x, n - x].map((events) => estimated(computeJeffreys(group(events, n))));
      const exact = estimated(computeClopperPearson(group(x, n)));
      assert.ok(own && others);
      assertNear(own.lower, 1 - others.upper, 1e-12);
      assert.ok(exact.lower <= own.lower && own.upper <= exact.upper);
      assert.ok(own.lower <= own.estimate && own.estimate <= own.upper);
    }),
  );
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(computeJeffreys(group(0, 0)), { notEstimable: 'no participants' });
  assert.deepEqual(computeJeffreys(group(1, 2), 0), { notEstimable: 'confidence not between 0 and 1' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeJeffreys(group(3, 10)), 'jeffreys/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    prior: 'Beta(1/2, 1/2)',
    ends: '0 without events, 1 without others',
  });
});
