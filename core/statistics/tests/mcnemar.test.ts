import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, publicCases } from '../given.ts';
import type { RatioEnd } from '../intervals/ratio-end.ts';
import { type McNemar, testMcNemar } from './mcnemar.ts';

const numeric = (end: RatioEnd): number => (end === 'unbounded' ? Number.POSITIVE_INFINITY : end);
const mcnemar = (onlyFirst: number, onlySecond: number): McNemar => estimated(testMcNemar({ onlyFirst, onlySecond }));

type Row = Readonly<Record<'b' | 'c' | 'chisq' | 'p' | 'chisqCC' | 'exact' | 'midP' | 'lower' | 'upper', number>>;
const rows = expectedOf<readonly Row[]>('mcnemar');
test('the oracle, evidence/oracles/mcnemar, has its rows', () => assert.equal(rows.length, 11));
for (const { b, c, ...expected } of rows) {
  test(`as R: ${b} and ${c}`, () => {
    const found = mcnemar(b, c);
    assertClose(found.chiSquare.statistic, expected.chisq, 1e-13);
    assertClose(found.chiSquare.twoSided, expected.p, 1e-12);
    assertClose(found.corrected.statistic, expected.chisqCC, 1e-13);
    assertClose(found.exact, expected.exact, 1e-12);
    assertClose(found.midP, expected.midP, 1e-12);
    assertClose(found.oddsRatio.lower, expected.lower, 1e-11);
    assertClose(numeric(found.oddsRatio.upper), expected.upper, 1e-11);
  });
}

type Output = Readonly<Record<'chisq' | 'p' | 'chisqCC' | 'exactP' | 'midP' | 'or', number>> & {
  readonly orCI: { readonly lower: number; readonly upper: number };
};
for (const { id, input, output } of publicCases<Readonly<Record<'b' | 'c', number>>, Output>('mcnemar')) {
  test(`public: ${id}`, () => {
    const { chiSquare, corrected, exact, midP, oddsRatio } = mcnemar(input.b, input.c);
    const found = [chiSquare.statistic, chiSquare.twoSided, corrected.statistic, exact, midP];
    const { chisq, p, chisqCC, exactP } = output;
    [chisq, p, chisqCC, exactP, output.midP].forEach((expected, index) => {
      assertClose(found[index] ?? Number.NaN, expected, 1e-12);
    });
    assertClose(numeric(oddsRatio.estimate), output.or, 1e-15);
    assertClose(oddsRatio.lower, output.orCI.lower, 1e-11);
    assertClose(numeric(oddsRatio.upper), output.orCI.upper, 1e-11);
  });
}

test('by hand: 3 and 0 give 2/8 exactly and 1/8 with mid-p (fagerland2013)', () => {
  const { exact, midP } = mcnemar(3, 0);
  assertClose(exact, 1 / 4, 1e-14);
  assertClose(midP, 1 / 8, 1e-14);
});

const changed = fc.integer({ min: 0, max: 80 });
test('exchanging the directions changes no p and inverts the odds ratio; mid-p lies below the exact p', () => {
  fc.assert(
    fc.property(changed, changed, (b, c) => {
      fc.pre(b + c > 0);
      const [one, other] = [mcnemar(b, c), mcnemar(c, b)];
      assertClose(one.exact, other.exact, 1e-12);
      assertClose(one.midP, other.midP, 1e-12);
      assertClose(one.oddsRatio.lower, 1 / numeric(other.oddsRatio.upper), 1e-10);
      assert.ok(one.midP < one.exact && one.exact <= 1);
    }),
  );
});

test('refuses what is no count, and no change', () => {
  const of = (onlyFirst: number, onlySecond: number, confidence?: number) =>
    testMcNemar({ onlyFirst, onlySecond }, confidence);
  assert.deepEqual(of(0, 0), { notEstimable: 'no pair changed' });
  assert.deepEqual(of(-1, 2), { notEstimable: 'negative count' });
  assert.deepEqual(of(1, 0.5), { notEstimable: 'not a whole number' });
  assert.deepEqual(of(1, 2, 0), { notEstimable: 'confidence not between 0 and 1' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(mcnemar(3, 5), 'mcnemar/1', {
    confidence: 0.95,
    exact: 'two-sided, splits not more probable than the observed one',
    midP: 'half of the splits as probable as the observed one',
    continuityCorrection: 1,
  });
  assert.deepEqual([mcnemar(4, 0).oddsRatio.estimate, mcnemar(4, 0).oddsRatio.upper], ['unbounded', 'unbounded']);
});
