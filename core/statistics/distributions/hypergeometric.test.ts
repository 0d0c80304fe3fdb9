import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose } from '../given.ts';
import { hypergeometricWeights, weightedMean } from './hypergeometric.ts';
import { shareOf } from './weights.ts';

// The lady tasting tea: 4 of 8 cups with milk first, 4 of them named. 1, 16, 36, 16, 1 of 70 (fisher1935, chapter II).
test('the lady tasting tea', () => {
  const tables = hypergeometricWeights(4, 4, 4);
  assert.equal(tables.low, 0);
  [1, 16, 36, 16, 1].forEach((ways, k) => {
    assertClose(
      shareOf(tables, (x) => x === k),
      ways / 70,
      1e-15,
    );
  });
});

test('an odds ratio multiplies each step: 2 makes it 1, 32, 144, 128, 16 of 321', () => {
  const tables = hypergeometricWeights(4, 4, 4, 2);
  [1, 32, 144, 128, 16].forEach((ways, k) => {
    assertClose(
      shareOf(tables, (x) => x === k),
      ways / 321,
      1e-15,
    );
  });
  assertClose(weightedMean(tables), (32 + 2 * 144 + 3 * 128 + 4 * 16) / 321, 1e-15);
});

const margins = fc
  .tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }))
  .chain(([n1, n0]) => fc.tuple(fc.constant(n1), fc.constant(n0), fc.nat(n1 + n0)));

test('the mean of the central distribution is n1 times the share of events', () => {
  fc.assert(
    fc.property(margins, ([n1, n0, events]) => {
      assertClose(weightedMean(hypergeometricWeights(n1, n0, events)), (n1 * events) / (n1 + n0), 1e-12);
    }),
  );
});

test('the largest weight is 1 and within the margins, whatever the odds', () => {
  fc.assert(
    fc.property(margins, fc.double({ min: -300, max: 300, noNaN: true }), ([n1, n0, events], logarithm) => {
      const { low, weights } = hypergeometricWeights(n1, n0, events, Math.exp(logarithm));
      assert.ok(Math.abs(Math.max(...weights) - 1) < 1e-12);
      assert.deepEqual([low, low + weights.length - 1], [Math.max(0, events - n0), Math.min(n1, events)]);
    }),
  );
});
