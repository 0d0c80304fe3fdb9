import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { type PredictiveProbability, predictSuccess } from './predictive-probability.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/beta-binomial/make.R` (`lee2008`).

interface Trial extends Readonly<Record<'x' | 'n' | 'planned' | 'p0' | 'threshold', number>> {
  readonly a: number;
  readonly b: number;
}
const predicted = ({ x, n, planned, p0, threshold, a, b }: Trial): PredictiveProbability => {
  const result = predictSuccess({ events: x, of: n }, { p0, threshold, planned }, { a, b });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'x' | 'n' | 'nMax' | 'p0' | 'eta' | 'a' | 'b', number>>;
type PublicOutput = Readonly<Record<'pp' | 'posteriorNow', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('predictive_probability')) {
  test(`public ${id}`, () => {
    const found = predicted({ ...input, planned: input.nMax, threshold: input.eta });
    assertNear(found.predictive, output.pp, 1e-12);
    assertNear(found.posteriorNow, output.posteriorNow, 1e-12);
  });
}

interface Row extends Trial {
  readonly predictive: number;
  readonly now: number;
}
const { predictive } = expectedOf<{ readonly predictive: readonly Row[] }>('beta-binomial');
test('the oracle has its rows', () => assert.equal(predictive.length, 8));
for (const row of predictive) {
  test(`R, ${row.x} of ${row.n}, ${row.planned} planned, p0 ${row.p0}`, () => {
    const found = predicted(row);
    assertNear(found.predictive, row.predictive, 1e-10);
    assertNear(found.posteriorNow, row.now, 1e-12);
  });
}

test('by hand: 1 of 1 seen, 2 planned, p0 ½, threshold .8: one more event gives 7/8, its chance is 2/3', () => {
  const found = predicted({ x: 1, n: 1, planned: 2, p0: 0.5, threshold: 0.8, a: 1, b: 1 });
  assertNear(found.predictive, 2 / 3, 1e-12);
  assert.equal(found.eventsNeeded, 2);
});

test('at the end it is 0 or 1; out of reach it is 0 and no number suffices', () => {
  const end = { n: 20, planned: 20, p0: 0.4, threshold: 0.95, a: 1, b: 1 };
  const needed = predicted({ ...end, x: 20 }).eventsNeeded ?? Number.NaN;
  assert.deepEqual(
    [predicted({ ...end, x: needed }).predictive, predicted({ ...end, x: needed - 1 }).predictive],
    [1, 0],
  );
  const never = predicted({ x: 2, n: 2, planned: 3, p0: 0.9, threshold: 0.99, a: 1, b: 1 });
  assert.deepEqual([never.predictive, never.eventsNeeded], [0, undefined]);
});

test('rises with the events seen, and averages over the next participant to itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 }), (x) => {
      const trial = { x, n: 15, planned: 30, p0: 0.4, threshold: 0.9, a: 1, b: 1 };
      const [without, with1] = [
        { ...trial, n: 16 },
        { ...trial, x: x + 1, n: 16 },
      ].map((next) => predicted(next).predictive);
      assert.ok(with1 !== undefined && without !== undefined && with1 >= without);
      const chance = (1 + x) / 17;
      assertNear(predicted(trial).predictive, chance * with1 + (1 - chance) * without, 1e-12);
    }),
  );
});

const refusals: readonly (readonly [trial: Partial<Trial>, expected: string])[] = [
  [{ x: 3, n: 2 }, 'no counts'],
  [{ planned: 4.5 }, 'no counts'],
  [{ a: 0 }, 'prior not above 0'],
  [{ p0: 1 }, 'goal not between 0 and 1'],
  [{ threshold: 0 }, 'goal not between 0 and 1'],
  [{ planned: 1 }, 'more participants than planned'],
];
for (const [change, expected] of refusals) {
  test(`${JSON.stringify(change)}: ${expected}`, () => {
    const { x, n, planned, p0, threshold, a, b } = {
      x: 1,
      n: 2,
      planned: 4,
      p0: 0.5,
      threshold: 0.9,
      a: 1,
      b: 1,
      ...change,
    };
    const found = predictSuccess({ events: x, of: n }, { p0, threshold, planned }, { a, b });
    assert.deepEqual(found, { notEstimable: expected });
  });
}
