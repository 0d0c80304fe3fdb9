import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf } from '../given.ts';
import { betaLogDensity, betaLowerTail, betaQuantile, betaUpperTail, logBeta } from './beta.ts';

// Expected numbers: `evidence/oracles/beta-binomial/make.R`.

type Row = Readonly<Record<'x' | 'a' | 'b' | 'lower' | 'upper' | 'logDensity', number>>;
const { tails } = expectedOf<{ readonly tails: readonly Row[] }>('beta-binomial');
test('the oracle has its rows', () => assert.equal(tails.length, 16));
for (const { x, a, b, lower, upper, logDensity } of tails) {
  test(`R pbeta and dbeta: ${x} with ${a}, ${b}`, () => {
    assertClose(betaLowerTail(x, a, b), lower, 1e-11);
    assertClose(betaUpperTail(x, a, b), upper, 1e-11);
    assertNear(betaLogDensity(x, 1 - x, a, b), logDensity, 1e-10);
  });
}

// By hand: Beta(1, 1) is flat, Beta(2, 1) has P(X ≤ x) = x², B(2, 3) = 1 / 12.
test('by hand', () => {
  assertNear(betaLowerTail(0.3, 2, 1), 0.09, 1e-15);
  assertNear(betaUpperTail(0.3, 1, 1), 0.7, 1e-15);
  assertNear(betaQuantile(0.25, 2, 1), 0.5, 1e-14);
  assertNear(logBeta(2, 3), Math.log(1 / 12), 1e-14);
  assertNear(betaLogDensity(0, 1, 1, 1), 0, 1e-15);
});

test('outside 0 … 1 nothing is left, and no probability has a quantile beyond it', () => {
  assert.deepEqual(
    [betaLowerTail(-1, 2, 2), betaLowerTail(1, 2, 2), betaUpperTail(0, 2, 2), betaUpperTail(2, 2, 2)],
    [0, 1, 1, 0],
  );
  assert.deepEqual([betaQuantile(0, 2, 2), betaQuantile(1, 2, 2)], [0, 1]);
});

test('the quantile undoes the tail, and the tails mirror each other', () => {
  const shape = fc.double({ min: 0.5, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (lower, a, b) => {
      const x = betaQuantile(lower, a, b);
      assertNear(betaLowerTail(x, a, b), lower, 1e-8);
      assertNear(betaUpperTail(x, a, b) + betaLowerTail(x, a, b), 1, 1e-12);
      assertNear(betaUpperTail(x, a, b), betaLowerTail(1 - x, b, a), 1e-8);
    }),
  );
});
