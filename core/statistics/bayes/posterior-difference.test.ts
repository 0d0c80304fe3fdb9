import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { comparePosteriors } from './posterior-difference.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/beta-binomial/make.R`
// (`gelman2013`).

interface TwoArms extends Readonly<Record<'x1' | 'n1' | 'a' | 'b', number>> {
  readonly x0: number;
  readonly n0: number;
}
const probability = ({ x1, n1, x0, n0, a, b }: TwoArms, margin: number): number => {
  const result = comparePosteriors({ events: x1, of: n1 }, { events: x0, of: n0 }, margin, { a, b });
  assert.ok('probability' in result, JSON.stringify(result));
  return result.probability;
};

type PublicInput = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'a' | 'b' | 'margin', number>>;
type PublicOutput = Readonly<Record<'probSuperior' | 'probNonInferior', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('beta_binomial')) {
  test(`public ${id}`, () => {
    const arms = { ...input, x0: input.x2, n0: input.n2 };
    assertNear(probability(arms, 0), output.probSuperior, 1e-11);
    assertNear(probability(arms, input.margin), output.probNonInferior, 1e-11);
  });
}

interface Row extends TwoArms {
  readonly above: number;
  readonly aboveMargin: number;
}
const { posteriors } = expectedOf<{ readonly posteriors: readonly Row[] }>('beta-binomial');
test('the oracle has its rows', () => assert.equal(posteriors.length, 10));
for (const row of posteriors) {
  test(`R integrate: ${row.x1} of ${row.n1} against ${row.x0} of ${row.n0} on Beta(${row.a}, ${row.b})`, () => {
    assertNear(probability(row, 0), row.above, 1e-9);
    assertNear(probability(row, 0.1), row.aboveMargin, 1e-9);
  });
}

test('by hand: 1 of 1 against 0 of 1 on flat priors: ∫ 2x · P(P0 < x) dx = ∫ 2x (2x − x²) dx = 5/6', () => {
  assertNear(probability({ x1: 1, n1: 1, x0: 0, n0: 1, a: 1, b: 1 }, 0), 5 / 6, 1e-12);
});

test('by hand: nobody seen on flat priors: ½, and with a margin m, 1 − (1 − m)² / 2', () => {
  const none = { x1: 0, n1: 0, x0: 0, n0: 0, a: 1, b: 1 };
  assertNear(probability(none, 0), 0.5, 1e-12);
  assertNear(probability(none, 0.3), 1 - 0.7 ** 2 / 2, 1e-12);
  assertNear(probability(none, -0.3), 0.7 ** 2 / 2, 1e-12);
});

test('the arms exchanged leave the rest; a margin can only help; a far tail keeps its digits', () => {
  const count = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(count, count, fc.double({ min: 0, max: 0.5, noNaN: true }), (x1, x0, margin) => {
      const arms = { x1, n1: 12, x0, n0: 12, a: 0.5, b: 0.5 };
      const turned = { ...arms, x1: x0, x0: x1 };
      assertNear(probability(arms, 0) + probability(turned, 0), 1, 1e-11);
      assertNear(probability(arms, margin) + probability(turned, -margin), 1, 1e-11);
      assert.ok(probability(arms, margin) >= probability(arms, 0) - 1e-12);
    }),
    { numRuns: 40 },
  );
  const far = probability({ x1: 0, n1: 60, x0: 60, n0: 60, a: 1, b: 1 }, 0);
  assert.ok(far > 1e-37 && far < 1e-34, String(far));
});

test('counts, priors and margins that are none are refused', () => {
  const one = { events: 1, of: 2 };
  const wide = { notEstimable: 'margin not between -1 and 1' };
  assert.deepEqual(comparePosteriors({ events: 3, of: 2 }, one), { notEstimable: 'no counts' });
  assert.deepEqual(comparePosteriors(one, one, 0, { a: 0, b: 1 }), { notEstimable: 'prior not above 0' });
  assert.deepEqual(comparePosteriors(one, one, 1), wide);
  assert.deepEqual(comparePosteriors(one, one, Number.NaN), wide);
});
