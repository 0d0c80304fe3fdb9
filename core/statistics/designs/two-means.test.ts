import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import type { ErrorRates } from './error-rates.ts';
import { type MeansSize, powerOfMeans, sizeTwoMeans } from './two-means.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/sample-size/make.R` (`lenth1989`).

const sized = (difference: number, sd: number, rates: ErrorRates): MeansSize => {
  const result = sizeTwoMeans(difference, sd, rates);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'delta' | 'sd' | 'alphaTwoSided' | 'power', number>>;
type PublicOutput = Readonly<Record<'nPerArm' | 'powerAtCeil' | 'nNormal', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('ss_means')) {
  test(`public ${id}`, () => {
    const found = sized(input.delta, input.sd, { alpha: input.alphaTwoSided / 2, power: input.power });
    assertClose(found.perArm, output.nPerArm, 1e-10);
    assertNear(found.power, output.powerAtCeil, 1e-11);
    assertClose(found.perArmNormal, output.nNormal, 1e-12);
  });
}

type Row = Readonly<Record<'difference' | 'sd' | 'alpha' | 'power' | 'perArm', number>>;
const { means } = expectedOf<{ readonly means: readonly Row[] }>('sample-size');
test('the oracle has its rows', () => assert.equal(means.length, 8));
for (const { difference, sd, alpha, power, perArm } of means) {
  test(`R power.t.test: ${difference} with deviation ${sd}, one-sided ${alpha}, power ${power}`, () => {
    assertClose(sized(difference, sd, { alpha, power }).perArm, perArm, 1e-9);
  });
}

test('by hand, with a known deviation: 2 · 7.849 / .36, about one more by t', () => {
  const found = sized(0.6, 1, { alpha: 0.025, power: 0.8 });
  assertNear(found.perArmNormal, (2 * 2.801585218112968 ** 2) / 0.36, 1e-12);
  assert.ok(found.perArm - found.perArmNormal > 0.9 && found.perArm - found.perArmNormal < 1.1);
});

test('the size found has just the power; the sign and the unit of the difference do not matter', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 2, noNaN: true }),
      fc.double({ min: 0.5, max: 0.95, noNaN: true }),
      (effect, power) => {
        const rates = { alpha: 0.025, power };
        const found = sized(effect, 1, rates);
        assertNear(powerOfMeans(found.perArm, effect, 0.025), power, 1e-9);
        assertClose(sized(-effect * 88.42, 88.42, rates).perArm, found.perArm, 1e-9);
        assert.ok(found.power >= power - 1e-9);
      },
    ),
    { numRuns: 25 },
  );
});

test('an effect so large that two of each arm suffice', () => {
  const { perArm, power } = sized(1000, 1, { alpha: 0.025, power: 0.8 });
  assert.ok(perArm <= 2 && power > 0.99);
});

const refusals: readonly (readonly [difference: number, sd: number, power: number, expected: string])[] = [
  [0, 1, 0.8, 'nothing to detect'],
  [1e-6, 1, 0.8, 'nothing to detect'],
  [Number.NaN, 1, 0.8, 'nothing to detect'],
  [1, 0, 0.8, 'standard deviation not above 0'],
  [1, 1, 1, 'power not between alpha and 1'],
];
for (const [difference, sd, power, expected] of refusals) {
  test(`${difference} with deviation ${sd}, power ${power}: ${expected}`, () => {
    assert.deepEqual(sizeTwoMeans(difference, sd, { alpha: 0.025, power }), { notEstimable: expected });
  });
}
