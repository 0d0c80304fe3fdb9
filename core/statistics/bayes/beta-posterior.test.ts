import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { betaLogDensity, betaLowerTail } from '../distributions/beta.ts';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { type BetaPosterior, probabilityAbove, refusePosterior, updateBeta } from './beta-posterior.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/beta-binomial/make.R`
// (`gelman2013`).

const posterior = (events: number, of: number, a: number, b: number): BetaPosterior => {
  const result = updateBeta({ events, of }, { a, b });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};
type Ends = readonly [lower: number, upper: number];
const assertEnds = (found: Ends, expected: Ends, tolerance: number): void =>
  found.forEach((end, i) => {
    assertNear(end, expected[i] ?? Number.NaN, tolerance);
  });
const shortest = ({ highestDensity }: BetaPosterior): Ends => {
  assert.ok(!('notEstimable' in highestDensity));
  return highestDensity;
};

type PublicInput = Readonly<Record<'x1' | 'n1' | 'a' | 'b', number>>;
interface PublicOutput {
  readonly mean1: number;
  readonly eti1: Ends;
  readonly hpd1: Ends;
}
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('beta_binomial')) {
  test(`public ${id}`, () => {
    const found = posterior(input.x1, input.n1, input.a, input.b);
    assertNear(found.mean, output.mean1, 1e-15);
    assertEnds(found.equalTailed, output.eti1, 1e-11);
    assertEnds(shortest(found), output.hpd1, 1e-8);
  });
}

interface Row extends Readonly<Record<'x1' | 'n1' | 'a' | 'b' | 'mean', number>> {
  readonly equalTailed: Ends;
  readonly highestDensity: Ends;
}
const { posteriors } = expectedOf<{ readonly posteriors: readonly Row[] }>('beta-binomial');
test('the oracle has its rows', () => assert.equal(posteriors.length, 10));
for (const { x1, n1, a, b, mean, equalTailed, highestDensity } of posteriors) {
  test(`R qbeta: ${x1} of ${n1} on Beta(${a}, ${b})`, () => {
    const found = posterior(x1, n1, a, b);
    assertNear(found.mean, mean, 1e-15);
    assertEnds(found.equalTailed, equalTailed, 1e-10);
    assertEnds(shortest(found), highestDensity, 1e-8);
  });
}

test('by hand: 12 of 20 on Beta(1, 1) is Beta(13, 9)', () => {
  const { a, b, mean } = posterior(12, 20, 1, 1);
  assert.deepEqual([a, b, mean], [13, 9, 13 / 22]);
});

test('by hand: 1 of 1 on Beta(1, 1) has P(p > ½) = ¾', () => {
  assertNear(probabilityAbove(posterior(1, 1, 1, 1), 0.5), 0.75, 1e-15);
});

test('both intervals hold 95 %, the shortest is not longer, and its ends are equally dense', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19 }), fc.double({ min: 0.5, max: 3, noNaN: true }), (events, shape) => {
      const found = posterior(events, 20, shape, shape);
      const [low, high] = shortest(found);
      assertNear(betaLowerTail(high, found.a, found.b) - betaLowerTail(low, found.a, found.b), 0.95, 1e-9);
      assert.ok(high - low <= found.equalTailed[1] - found.equalTailed[0] + 1e-9);
      if (low === 0 || high === 1) return;
      const [atLow, atHigh] = [low, high].map((x) => betaLogDensity(x, 1 - x, found.a, found.b));
      assertNear(atLow ?? Number.NaN, atHigh ?? Number.NaN, 1e-6);
    }),
  );
});

test('counting those without the event mirrors the posterior', () => {
  const [found, mirrored] = [posterior(3, 16, 1, 2), posterior(13, 16, 2, 1)];
  assertNear(found.equalTailed[0], 1 - mirrored.equalTailed[1], 1e-12);
  assertNear(shortest(found)[0], 1 - shortest(mirrored)[1], 1e-9);
});

test('nobody yet leaves the prior, whose flat density has no peak', () => {
  const { a, b, highestDensity } = posterior(0, 0, 1, 1);
  assert.deepEqual([a, b, highestDensity], [1, 1, { notEstimable: 'no single peak' }]);
});

const refusals: readonly (readonly [events: number, of: number, a: number, probability: number, expected: string])[] = [
  [1, 2, 0, 0.95, 'prior not above 0'],
  [1, 2, Number.POSITIVE_INFINITY, 0.95, 'prior not above 0'],
  [3, 2, 1, 0.95, 'no counts'],
  [-1, 2, 1, 0.95, 'no counts'],
  [0.5, 2, 1, 0.95, 'no counts'],
  [1, 2, 1, 1, 'probability not between 0 and 1'],
];
for (const [events, of, a, probability, expected] of refusals) {
  test(`${events} of ${of} on Beta(${a}, 1) at ${probability}: ${expected}`, () => {
    assert.deepEqual(refusePosterior([{ events, of }], { a, b: 1 }, probability), { notEstimable: expected });
    assert.deepEqual(updateBeta({ events, of }, { a, b: 1 }, probability), { notEstimable: expected });
  });
}
