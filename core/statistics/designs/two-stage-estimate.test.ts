import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { binomialProbabilities } from '../distributions/binomial.ts';
import { assertNear, expectedOf } from '../given.ts';
import { computeClopperPearson } from '../intervals/clopper-pearson.ts';
import { estimateTwoStage, type TwoStageEstimate, type TwoStageOutcome } from './two-stage-estimate.ts';

// Expected numbers: `evidence/oracles/single-arm/make.R` (`jung2004`, `koyama2008`).
interface Cuts {
  readonly r1: number;
  readonly n1: number;
  readonly n: number;
}
const estimated = (cuts: Cuts, outcome: TwoStageOutcome, p0 = 0.2): TwoStageEstimate => {
  const result = estimateTwoStage(cuts, outcome, p0);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

interface Row extends Cuts, TwoStageOutcome {
  readonly p0: number;
  readonly unbiased: number;
  readonly lower: number;
  readonly upper: number;
  readonly oneSided: number;
}
const { twoStage } = expectedOf<{ readonly twoStage: readonly Row[] }>('single-arm');
test('the oracle has its rows', () => assert.equal(twoStage.length, 10));
for (const row of twoStage) {
  test(`R by enumeration: ${row.responses} after stage ${row.stage} of ${row.r1}/${row.n1}, ${row.n}`, () => {
    const found = estimated(row, row, row.p0);
    assertNear(found.unbiased, row.unbiased, 1e-12);
    assertNear(found.lower, row.lower, 1e-9);
    assertNear(found.upper, row.upper, 1e-9);
    assertNear(found.oneSided, row.oneSided, 1e-12);
  });
}

type Chance = readonly [outcome: TwoStageOutcome, chance: number];
/** Every outcome with its chance. */
const outcomes = ({ r1, n1, n }: Cuts, p: number): readonly Chance[] => {
  const second = binomialProbabilities(n - n1, p);
  return binomialProbabilities(n1, p).flatMap((chance, x): readonly Chance[] =>
    x <= r1
      ? [[{ stage: 1, responses: x }, chance]]
      : second.map((more, y): Chance => [{ stage: 2, responses: x + y }, chance * more]),
  );
};
const cuts = fc
  .record({
    r1: fc.integer({ min: 0, max: 4 }),
    more1: fc.integer({ min: 1, max: 8 }),
    more: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ r1, more1, more }) => ({ r1, n1: r1 + more1, n: r1 + more1 + more }));
const rate = fc.double({ min: 0.02, max: 0.98, noNaN: true });

test('the mean of the unbiased estimate is the rate, that of the naive one is lower', () => {
  fc.assert(
    fc.property(cuts, rate, (design, p) => {
      let [unbiased, naive] = [0, 0];
      for (const [outcome, chance] of outcomes(design, p)) {
        const found = estimated(design, outcome);
        unbiased += chance * found.unbiased;
        naive += chance * found.naive;
      }
      assertNear(unbiased, p, 1e-11);
      assert.ok(naive <= p + 1e-11);
    }),
    { numRuns: 15 },
  );
});

test('the interval holds the rate at least as often as it says, and the estimate', () => {
  fc.assert(
    fc.property(cuts, rate, (design, p) => {
      let covered = 0;
      for (const [outcome, chance] of outcomes(design, p)) {
        const { lower, upper } = estimated(design, outcome);
        if (lower <= p && p <= upper) covered += chance;
      }
      assert.ok(covered >= 0.95 - 1e-9, `${covered}`);
    }),
    { numRuns: 15 },
  );
});

test('by hand: one and one more, going on only after a response', () => {
  const design = { r1: 0, n1: 1, n: 2 };
  assert.deepEqual(
    [estimated(design, { stage: 2, responses: 1 }).unbiased, estimated(design, { stage: 2, responses: 1 }).naive],
    [1, 0.5],
  );
  assert.deepEqual(
    [estimated(design, { stage: 1, responses: 0 }).unbiased, estimated(design, { stage: 1, responses: 0 }).lower],
    [0, 0],
  );
  const best = estimated(design, { stage: 2, responses: 2 }, 0.3);
  assertNear(best.oneSided, 0.09, 1e-15);
  assert.equal(best.upper, 1);
  assertNear(best.lower, Math.sqrt(0.025), 1e-12);
});

test('stopped after stage 1 the lower end is that of Clopper and Pearson', () => {
  const single = computeClopperPearson({ events: 2, of: 13 });
  assert.ok('lower' in single);
  assertNear(estimated({ r1: 3, n1: 13, n: 43 }, { stage: 1, responses: 2 }).lower, single.lower, 1e-12);
});

const refusals: readonly (readonly [design: Cuts, outcome: TwoStageOutcome, p0: number, expected: string])[] = [
  [{ r1: 3, n1: 13, n: 43 }, { stage: 1, responses: 4 }, 0.2, 'outcome that the design does not have'],
  [{ r1: 3, n1: 13, n: 43 }, { stage: 2, responses: 3 }, 0.2, 'outcome that the design does not have'],
  [{ r1: 3, n1: 13, n: 43 }, { stage: 2, responses: 44 }, 0.2, 'outcome that the design does not have'],
  [{ r1: 3, n1: 13, n: 13 }, { stage: 1, responses: 1 }, 0.2, 'outcome that the design does not have'],
  [{ r1: 3, n1: 13, n: 43 }, { stage: 1, responses: 1 }, 0, 'proportion not between 0 and 1'],
];
for (const [design, outcome, p0, expected] of refusals) {
  test(`${JSON.stringify({ ...design, ...outcome })} at ${p0}: ${expected}`, () => {
    assert.deepEqual(estimateTwoStage(design, outcome, p0), { notEstimable: expected });
  });
}

test('a confidence of 1 is refused', () => {
  const found = estimateTwoStage({ r1: 0, n1: 1, n: 2 }, { stage: 1, responses: 0 }, 0.2, 1);
  assert.deepEqual(found, { notEstimable: 'confidence not between 0 and 1' });
});
