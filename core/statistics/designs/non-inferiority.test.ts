import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import { type NonInferioritySize, sizeNonInferiority } from './non-inferiority.ts';
import { sizeTwoProportions } from './two-proportions.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/sample-size/make.R`
// (`farrington1990`).

type Trial = Readonly<Record<'p1' | 'p0' | 'margin' | 'alpha' | 'power' | 'ratio', number>>;
const sized = ({ p1, p0, margin, alpha, power, ratio }: Trial): NonInferioritySize => {
  const result = sizeNonInferiority({ p1, p0, ratio }, margin, { alpha, power });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'p1' | 'p2' | 'margin' | 'alphaOneSided' | 'power' | 'ratio', number>>;
type PublicOutput = Readonly<Record<'n1FM' | 'n2FM' | 'n1Wald', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('ss_ni_props')) {
  test(`public ${id}, rpact`, () => {
    const { score, wald } = sized({ ...input, p0: input.p2, alpha: input.alphaOneSided });
    assertClose(score, output.n2FM, 1e-9);
    assertClose(score * input.ratio, output.n1FM, 1e-9);
    assertClose(wald * input.ratio, output.n1Wald, 1e-9);
  });
}

interface Row extends Trial {
  readonly score: number;
  readonly wald: number;
}
const { nonInferiority } = expectedOf<{ readonly nonInferiority: readonly Row[] }>('sample-size');
test('the oracle has its rows', () => assert.equal(nonInferiority.length, 8));
for (const row of nonInferiority) {
  test(`the root of the score in R: ${row.p1} and ${row.p0}, margin ${row.margin}, ${row.ratio} : 1`, () => {
    const { score, wald } = sized(row);
    assertClose(score, row.score, 1e-10);
    assertClose(wald, row.wald, 1e-12);
  });
}

// farrington1990: both arms together at one-sided .025 with power .8, as rpact 3.3.4 gives them to two digits (508.43 where the
// root of the score, in R too, is 508.4354), and each arm rounded up.
const together: readonly (readonly [p1: number, p0: number, margin: number, total: number, perArm: number])[] = [
  [0.6, 0.6, 0.15, 330.26, 166],
  [0.6, 0.6, 0.2, 183.71, 92],
  [0.7, 0.7, 0.1, 657.87, 329],
  [0.8, 0.8, 0.1, 508.43, 255],
  [0.56, 0.53, 0.15, 236.54, 119],
];
for (const [p1, p0, margin, total, perArm] of together) {
  test(`both arms together: ${p1} and ${p0}, margin ${margin}: ${total}`, () => {
    const { score } = sized({ p1, p0, margin, alpha: 0.025, power: 0.8, ratio: 1 });
    assert.ok(Math.abs(2 * score - total) < 6e-3, String(2 * score));
    assert.equal(Math.ceil(score), perArm);
  });
}

test('by hand, Wald: 2 · .24 · 7.849 / .0225', () => {
  const { wald } = sized({ p1: 0.6, p0: 0.6, margin: 0.15, alpha: 0.025, power: 0.8, ratio: 1 });
  assertNear(wald, (2 * 0.24 * (1.959963984540054 + 0.8416212335729143) ** 2) / 0.0225, 1e-12);
});

test('a margin of 0 is superiority; a wider one takes fewer; the score of failures mirrors that of successes', () => {
  const p = fc.double({ min: 0.2, max: 0.7, noNaN: true });
  fc.assert(
    fc.property(p, fc.double({ min: 0.05, max: 0.15, noNaN: true }), (p0, more) => {
      const trial = { p1: p0 + more, p0, margin: 0, alpha: 0.025, power: 0.8, ratio: 1 };
      const superiority = sizeTwoProportions(trial, trial);
      assert.ok('pooled' in superiority);
      assertClose(sized(trial).score, superiority.pooled, 1e-9);
      assert.ok(sized({ ...trial, margin: 0.05 }).score < sized(trial).score);
      const mirrored = sized({ ...trial, p1: 1 - p0, p0: 1 - trial.p1, margin: 0.05 });
      assertClose(mirrored.score, sized({ ...trial, margin: 0.05 }).score, 1e-9);
    }),
  );
});

const refusals: readonly (readonly [change: Partial<Trial>, expected: string])[] = [
  [{ p1: 0.4 }, 'nothing to detect'],
  [{ p1: 0.45 }, 'nothing to detect'],
  [{ margin: -0.1 }, 'margin not between 0 and 1'],
  [{ margin: Number.NaN }, 'margin not between 0 and 1'],
  [{ p0: 1 }, 'proportion not between 0 and 1'],
  [{ power: 1 }, 'power not between alpha and 1'],
];
for (const [change, expected] of refusals) {
  test(`${JSON.stringify(change)}: ${expected}`, () => {
    const { p1, p0, margin, alpha, power, ratio } = {
      p1: 0.6,
      p0: 0.6,
      margin: 0.15,
      alpha: 0.025,
      power: 0.8,
      ratio: 1,
      ...change,
    };
    assert.deepEqual(sizeNonInferiority({ p1, p0, ratio }, margin, { alpha, power }), { notEstimable: expected });
  });
}

test('a result says by which method and conventions it was found', () => {
  const found = sizeNonInferiority({ p1: 0.6, p0: 0.6, ratio: 2 }, 0.15, { alpha: 0.025, power: 0.8 });
  assertSays(found, 'farrington-manning-size/1', {
    hypothesis: 'p1 - p0 = -margin',
    ratio: 2,
    alpha: 'one-sided',
    unit: 'participants of arm 0, unrounded',
  });
});
