import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, estimated, expectedOf, group, publicCases } from '../given.ts';
import { testBoschloo } from '../tests/unconditional-exact.ts';
import { computeBoschlooPower } from './boschloo-power.ts';
import { computeFisherPower } from './fisher-power.ts';

type Row = Readonly<Record<'n1' | 'p1' | 'n2' | 'p2' | 'power', number>>;
const { powers } = expectedOf<{ readonly powers: readonly Row[] }>('unconditional-exact');
test('the oracle, evidence/oracles/unconditional-exact, has its rows', () => assert.equal(powers.length, 8));
for (const { n1, p1, n2, p2, power } of powers) {
  test(`as base R: ${n1} with ${p1} against ${n2} with ${p2}`, () => {
    assertNear(computeBoschlooPower(n1, p1, n2, p2, 0.05), power, 1e-12);
  });
}

type Input = Readonly<Record<'n1' | 'n2' | 'p1' | 'p2' | 'alpha', number>>;
type Output = Readonly<Record<'power' | 'sizeAtP1', number>>;
for (const { id, input, output } of publicCases<Input, Output>('power_fisher_exact')) {
  const { n1, n2, p1, p2, alpha } = input;
  test(`public: ${id} of Fisher, which Boschloo's test never falls below`, () => {
    assertNear(computeFisherPower(n1, p1, n2, p2, alpha), output.power, 1e-12);
    assertNear(computeFisherPower(n1, p1, n2, p1, alpha), output.sizeAtP1, 1e-12);
    assert.ok(computeBoschlooPower(n1, p1, n2, p2, alpha) >= output.power);
  });
}

test('the size never passes the level', () => {
  const sizes = Array.from({ length: 19 }, (_, step) =>
    computeBoschlooPower(12, (step + 1) / 20, 9, (step + 1) / 20, 0.05),
  );
  assert.ok(Math.max(...sizes) <= 0.05 + 1e-12 && Math.max(...sizes) > 0.03, String(Math.max(...sizes)));
});

test('the region found by halving is that of the tests table by table: boschloo1970', () => {
  const weights = (p: number): readonly number[] => [(1 - p) ** 3, 3 * p * (1 - p) ** 2, 3 * p * p * (1 - p), p ** 3];
  for (const alpha of [0.02, 0.05, 0.2]) {
    const expected = weights(0.7).flatMap((one, x1) =>
      weights(0.2).map((none, x0) => (estimated(testBoschloo(group(x1, 3), group(x0, 3))).p <= alpha ? one * none : 0)),
    );
    assertNear(
      computeBoschlooPower(3, 0.7, 3, 0.2, alpha),
      expected.reduce((sum, share) => sum + share, 0),
      1e-12,
    );
  }
});

test('certainties', () => {
  assert.equal(computeBoschlooPower(5, 0, 5, 1, 0.05), 1);
  assert.equal(computeBoschlooPower(5, 0, 5, 0, 0.05), 0);
  assert.equal(computeBoschlooPower(1, 0, 1, 1, 0.05), 0);
});
