import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { computeWilson } from './wilson.ts';

type Row = Readonly<Record<'x' | 'n' | 'confidence' | 'lower' | 'upper' | 'correctedLower' | 'correctedUpper', number>>;
const rows = expectedOf<readonly Row[]>('wilson');
test('the oracle, evidence/oracles/wilson, has its rows', () => assert.equal(rows.length, 14));
for (const { x, n, confidence, lower, upper, correctedLower, correctedUpper } of rows) {
  test(`as R's prop.test: ${x} of ${n} at ${confidence}`, () => {
    const plain = estimated(computeWilson(group(x, n), confidence));
    assertNear(plain.lower, lower, 1e-12, 'lower');
    assertNear(plain.upper, upper, 1e-12, 'upper');
    const corrected = estimated(computeWilson(group(x, n), confidence, 'continuity'));
    assertNear(corrected.lower, correctedLower, 1e-12, 'corrected lower');
    assertNear(corrected.upper, correctedUpper, 1e-12, 'corrected upper');
  });
}

interface Output {
  readonly wilson: { readonly lower: number; readonly upper: number };
}
for (const { id, input, output } of publicCases<Readonly<Record<'x' | 'n' | 'conf', number>>, Output>('binom_ci')) {
  test(`public: ${id}`, () => {
    const { lower, upper } = estimated(computeWilson(group(input.x, input.n), input.conf));
    assertNear(lower, output.wilson.lower, 1e-12);
    assertNear(upper, output.wilson.upper, 1e-12);
  });
}

// Table I of newcombe1998single, methods 3 and 4, as printed.
const printed: readonly (readonly [
  x: number,
  n: number,
  lower: string,
  upper: string,
  below: string,
  above: string,
])[] = [
  [81, 263, '0.2553', '0.3662', '0.2535', '0.3682'],
  [15, 148, '0.0624', '0.1605', '0.0598', '0.1644'],
  [0, 20, '0.0000', '0.1611', '0.0000', '0.2005'],
  [1, 29, '0.0061', '0.1718', '0.0018', '0.1963'],
];
for (const [x, n, lower, upper, below, above] of printed) {
  test(`printed: ${x} of ${n}`, () => {
    const [plain, corrected] = (['none', 'continuity'] as const).map((how) =>
      estimated(computeWilson(group(x, n), 0.95, how)),
    );
    assert.deepEqual([plain?.lower.toFixed(4), plain?.upper.toFixed(4)], [lower, upper]);
    assert.deepEqual([corrected?.lower.toFixed(4), corrected?.upper.toFixed(4)], [below, above]);
  });
}

const counts = fc.integer({ min: 1, max: 200 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

test('test and interval agree: at an end the score is the normal quantile, 1.96 (R: qnorm(0.975))', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const { lower, upper } = estimated(computeWilson(group(x, n)));
      const score = (p: number): number => (x / n - p) / Math.sqrt((p * (1 - p)) / n);
      if (x > 0) assertNear(score(lower), 1.9599639845400545, 1e-8);
      if (x < n) assertNear(score(upper), -1.9599639845400545, 1e-8);
    }),
  );
});

test('counting the others mirrors it, and the correction widens it', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      for (const how of ['none', 'continuity'] as const) {
        const [own, others] = [x, n - x].map((events) => estimated(computeWilson(group(events, n), 0.95, how)));
        assertNear(own?.lower ?? Number.NaN, 1 - (others?.upper ?? Number.NaN), 1e-12);
      }
      const [plain, wide] = [computeWilson(group(x, n)), computeWilson(group(x, n), 0.95, 'continuity')].map(estimated);
      assert.ok(plain && wide && wide.lower <= plain.lower && plain.upper <= wide.upper);
    }),
  );
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(computeWilson(group(0, 0)), { notEstimable: 'no participants' });
  assert.deepEqual(computeWilson(group(1, 2), 1), { notEstimable: 'confidence not between 0 and 1' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeWilson(group(3, 10)), 'wilson/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    correction: 'none',
  });
  assert.equal(estimated(computeWilson(group(3, 10))).estimate, 0.3);
});
