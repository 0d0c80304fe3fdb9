import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ErrorRates } from './error-rates.ts';
import { type ProportionsSize, sizeTwoProportions, type TwoProportions } from './two-proportions.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/sample-size/make.R` (`fleiss1980`).

const sized = (supposed: TwoProportions, rates: ErrorRates): ProportionsSize => {
  const result = sizeTwoProportions(supposed, rates);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'p1' | 'p2' | 'alphaOneSided' | 'power', number>>;
type PublicOutput = Readonly<Record<'nPerArm' | 'nPerArmFleiss' | 'nPerArmUnpooled', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('ss_two_props')) {
  test(`public ${id}`, () => {
    const { p1, p2, alphaOneSided: alpha, power } = input;
    const found = sized({ p1, p0: p2, ratio: 1 }, { alpha, power });
    assertClose(found.pooled, output.nPerArm, 1e-12);
    assertClose(found.corrected, output.nPerArmFleiss, 1e-12);
    assertClose(found.unpooled, output.nPerArmUnpooled, 1e-12);
  });
}

type Row = Readonly<Record<'p1' | 'p0' | 'alpha' | 'power' | 'pooled', number>>;
const { proportions } = expectedOf<{ readonly proportions: readonly Row[] }>('sample-size');
test('the oracle has its rows', () => assert.equal(proportions.length, 8));
for (const { p1, p0, alpha, power, pooled } of proportions) {
  test(`R power.prop.test: ${p1} against ${p0}, one-sided ${alpha}, power ${power}`, () => {
    assertClose(sized({ p1, p0, ratio: 1 }, { alpha, power }).pooled, pooled, 1e-9);
  });
}

// By hand: (1.959964 √(2 · .6 · .4) + .841621 √(.16 + .24))² / .16 and, corrected, n/4 (1 + √(1 + 10/n))².
test('by hand: .8 against .4', () => {
  const { pooled, corrected, unpooled } = sized({ p1: 0.8, p0: 0.4, ratio: 1 }, { alpha: 0.025, power: 0.8 });
  assert.deepEqual([pooled.toFixed(2), corrected.toFixed(2), unpooled.toFixed(2)], ['22.33', '27.10', '19.62']);
});

// fleiss1980: participants of each arm at two-sided .05, without and with the continuity correction.
const table: readonly (readonly [p0: number, p1: number, at80: string, at90: string])[] = [
  [0.1, 0.2, '199 219', '266 286'],
  [0.05, 0.1, '435 474', '582 621'],
  [0.2, 0.3, '294 313', '392 412'],
  [0.3, 0.5, '93 103', '124 134'],
  [0.5, 0.7, '93 103', '124 134'],
  [0.6, 0.8, '82 91', '109 119'],
];
for (const [p0, p1, ...expected] of table) {
  test(`table of fleiss1980: ${p0} against ${p1}`, () => {
    const found = [0.8, 0.9].map((power) => {
      const { pooled, corrected } = sized({ p1, p0, ratio: 1 }, { alpha: 0.025, power });
      return `${Math.ceil(pooled)} ${Math.ceil(corrected)}`;
    });
    assert.deepEqual(found, expected);
  });
}

test('the arms exchanged, and failures for successes, take as many', () => {
  const p = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  const rates = { alpha: 0.025, power: 0.85 };
  fc.assert(
    fc.property(p, p, fc.double({ min: 0.25, max: 4, noNaN: true }), (p1, p0, ratio) => {
      fc.pre(Math.abs(p1 - p0) > 0.01);
      const found = sized({ p1, p0, ratio }, rates);
      const exchanged = sized({ p1: p0, p0: p1, ratio: 1 / ratio }, rates);
      assertClose(exchanged.pooled / ratio, found.pooled, 1e-9);
      assertClose(exchanged.corrected / ratio, found.corrected, 1e-9);
      assertClose(sized({ p1: 1 - p1, p0: 1 - p0, ratio }, rates).unpooled, found.unpooled, 1e-9);
      assert.ok(found.corrected > found.pooled);
    }),
  );
});

const refusals: readonly (readonly [supposed: TwoProportions, alpha: number, expected: string])[] = [
  [{ p1: 0.4, p0: 0.4, ratio: 1 }, 0.025, 'nothing to detect'],
  [{ p1: 1.4, p0: 0.4, ratio: 1 }, 0.025, 'proportion not between 0 and 1'],
  [{ p1: 0.4, p0: Number.NaN, ratio: 1 }, 0.025, 'proportion not between 0 and 1'],
  [{ p1: 0.4, p0: 0.2, ratio: -1 }, 0.025, 'ratio not above 0'],
  [{ p1: 0.4, p0: 0.2, ratio: 1 }, 0.6, 'alpha not between 0 and a half'],
];
for (const [supposed, alpha, expected] of refusals) {
  test(`${JSON.stringify(supposed)} at ${alpha}: ${expected}`, () => {
    assert.deepEqual(sizeTwoProportions(supposed, { alpha, power: 0.8 }), { notEstimable: expected });
  });
}

test('a result says by which method and conventions it was found', () => {
  const found = sizeTwoProportions({ p1: 0.8, p0: 0.4, ratio: 2 }, { alpha: 0.025, power: 0.8 });
  assertSays(found, 'two-proportions/1', { unit: 'participants of arm 0, unrounded', ratio: 2, alpha: 'one-sided' });
});
