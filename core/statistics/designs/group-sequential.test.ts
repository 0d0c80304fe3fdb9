import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { type AlphaSpending, spentAlpha } from './alpha-spending.ts';
import type { ErrorRates } from './error-rates.ts';
import { designGroupSequential, type EfficacyBounds, type GroupSequentialDesign } from './group-sequential.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/group-sequential/make.R`
// (`jennison2000`).

const designed = (bounds: EfficacyBounds, information: readonly number[], rates: ErrorRates): GroupSequentialDesign => {
  const result = designGroupSequential(bounds, information, rates);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};
const assertAll = (found: readonly number[], expected: readonly number[], tolerance: number): void => {
  assert.equal(found.length, expected.length);
  found.forEach((value, i) => {
    assertNear(value, expected[i] ?? Number.NaN, tolerance);
  });
};

interface PublicInput {
  readonly type: 'OF' | 'P' | 'asOF' | 'asP';
  readonly informationRates: readonly number[];
  readonly alphaOneSided: number;
  readonly beta: number;
}
interface PublicOutput
  extends Readonly<
    Record<'criticalValues' | 'stageLevels' | 'alphaSpent' | 'rejectionProbabilities', readonly number[]>
  > {
  readonly inflationFactor: number;
  readonly shift: number;
  readonly asnFactorH1: number;
}
const ofRpact: Readonly<Record<PublicInput['type'], EfficacyBounds>> = {
  OF: { shape: 'Wang-Tsiatis', delta: 0 },
  P: { shape: 'Wang-Tsiatis', delta: 0.5 },
  asOF: { spending: "O'Brien-Fleming type" },
  asP: { spending: 'Pocock type' },
};
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('group_sequential')) {
  test(`public ${id}, rpact: ${input.type}`, () => {
    const rates = { alpha: input.alphaOneSided, power: 1 - input.beta };
    const found = designed(ofRpact[input.type], input.informationRates, rates);
    // rpact integrates to about seven digits.
    assertAll(found.criticalValues, output.criticalValues, 1e-8);
    assertAll(found.stageLevels, output.stageLevels, 1e-8);
    assertAll(found.alphaSpent, output.alphaSpent, 2e-8);
    assertAll(found.stopsAtDrift, output.rejectionProbabilities, 1e-8);
    assertNear(found.inflation, output.inflationFactor, 1e-8);
    assertNear(found.shift, output.shift, 1e-8);
    assertNear(found.expectedAtDrift, output.asnFactorH1, 1e-8);
  });
}

interface Row extends ErrorRates {
  readonly kind: 'WT' | 'OF' | 'P' | 'HSD' | 'power';
  readonly delta: number;
  readonly information: readonly number[];
  readonly criticalValues: readonly number[];
  readonly drift: number;
  readonly stops: readonly number[];
}
const boundsOf = ({ kind, delta }: Row): EfficacyBounds => {
  switch (kind) {
    case 'WT':
      return { shape: 'Wang-Tsiatis', delta };
    case 'OF':
      return { spending: "O'Brien-Fleming type" };
    case 'P':
      return { spending: 'Pocock type' };
    case 'HSD':
      return { spending: 'Hwang-Shih-DeCani', gamma: -4 };
    case 'power':
      return { spending: 'power', exponent: 3 };
    default:
      throw new Error(`no bounds ${kind satisfies never}`);
  }
};
const { designs } = expectedOf<{ readonly designs: readonly Row[] }>('group-sequential');
test('the oracle has its rows', () => assert.equal(designs.length, 10));
for (const row of designs) {
  test(`nested integrals in R: ${row.kind} ${row.delta} at ${row.information.map((t) => t.toFixed(2))}`, () => {
    const found = designed(boundsOf(row), row.information, row);
    assertAll(found.criticalValues, row.criticalValues, 1e-8);
    assertAll(found.stopsAtDrift, row.stops, 1e-8);
    assertNear(found.shift, row.drift ** 2, 1e-8);
  });
}

// Jennison and Turnbull 2000, tables 2.1 to 2.4, 2.9 and 2.10 (two-sided .05, here one-sided .025): constants, and the
// inflation at powers .8 and .9 where the tables here give it.
const tables: readonly (readonly [looks: number, delta: number, constant: number, at80?: number, at90?: number])[] = [
  [2, 0.5, 2.178, 1.11, 1.1],
  [3, 0.5, 2.289, 1.166, 1.151],
  [4, 0.5, 2.361, 1.202, 1.183],
  [5, 0.5, 2.413, 1.229, 1.207],
  [2, 0, 1.977, 1.008, 1.007],
  [3, 0, 2.004, 1.017, 1.016],
  [4, 0, 2.024, 1.024, 1.022],
  [5, 0, 2.04, 1.028, 1.026],
  [2, 0.1, 1.994],
  [3, 0.1, 2.026],
  [4, 0.1, 2.05],
  [5, 0.1, 2.068],
  [2, 0.25, 2.038],
  [3, 0.25, 2.083],
  [4, 0.25, 2.113],
  [5, 0.25, 2.136],
  [2, 0.4, 2.111],
  [3, 0.4, 2.186],
  [4, 0.4, 2.233],
  [5, 0.4, 2.267],
];
const evenly = (looks: number): readonly number[] => Array.from({ length: looks }, (_, k) => (k + 1) / looks);
for (const [looks, delta, constant, ...inflation] of tables) {
  test(`tables of jennison2000: ${looks} looks, delta ${delta}`, () => {
    const shape = { shape: 'Wang-Tsiatis', delta } as const;
    const found = [0.8, 0.9].map((power) => designed(shape, evenly(looks), { alpha: 0.025, power }));
    for (const { criticalValues } of found) assertNear(criticalValues.at(-1) ?? Number.NaN, constant, 5e-4);
    inflation.forEach((expected, i) => {
      assertNear(found[i]?.inflation ?? Number.NaN, expected ?? Number.NaN, 6e-4);
    });
  });
}

// jennison2000, table 2.3 and lan1983 at one-sided .025: the critical values of all looks, as printed.
const printed: readonly (readonly [bounds: EfficacyBounds, criticalValues: string])[] = [
  [{ shape: 'Wang-Tsiatis', delta: 0 }, '4.562 3.226 2.634 2.281 2.040'],
  [{ spending: "O'Brien-Fleming type" }, '2.963 1.969'],
  [{ spending: "O'Brien-Fleming type" }, '3.710 2.511 1.993'],
  [{ spending: "O'Brien-Fleming type" }, '4.877 3.357 2.680 2.290 2.031'],
  [{ spending: 'Pocock type' }, '2.279 2.295 2.296'],
];
for (const [bounds, criticalValues] of printed) {
  test(`printed critical values: ${criticalValues}`, () => {
    const looks = criticalValues.split(' ').length;
    const found = designed(bounds, evenly(looks), { alpha: 0.025, power: 0.9 });
    assert.equal(found.criticalValues.map((value) => value.toFixed(3)).join(' '), criticalValues);
  });
}

test('one look is the trial without looks', () => {
  const found = designed({ spending: 'Pocock type' }, [1], { alpha: 0.025, power: 0.9 });
  assertNear(found.criticalValues[0] ?? Number.NaN, -normalQuantile(0.025), 1e-12);
  assertAll([found.inflation, found.expectedAtDrift, found.expectedAtNone], [1, 1, 1], 1e-11);
});

const rules: readonly AlphaSpending[] = [
  { spending: "O'Brien-Fleming type" },
  { spending: 'Pocock type' },
  { spending: 'Hwang-Shih-DeCani', gamma: -2 },
];
test('alpha is spent along the function at any information, the power reached, and no more than alpha spent', () => {
  const share = fc.double({ min: 0.1, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.uniqueArray(share, { minLength: 1, maxLength: 3 }), fc.constantFrom(...rules), (early, rule) => {
      const information = [...early.toSorted((a, b) => a - b), 1];
      fc.pre(information.every((t, k) => t - (information[k - 1] ?? 0) > 0.02));
      const found = designed(rule, information, { alpha: 0.025, power: 0.8 });
      const spent = information.map((t) => spentAlpha(rule, 0.025, t));
      assertAll(found.alphaSpent, spent, 1e-11);
      assertNear(
        found.stopsAtDrift.reduce((sum, chance) => sum + chance, 0),
        0.8,
        1e-10,
      );
      assert.ok(found.inflation >= 1 - 1e-9 && found.expectedAtDrift <= found.inflation);
    }),
    { numRuns: 20 },
  );
});

const refusals: readonly (readonly [information: readonly number[], power: number, expected: string])[] = [
  [[], 0.8, 'information not rising to 1'],
  [[0.5, 0.5, 1], 0.8, 'information not rising to 1'],
  [[0, 1], 0.8, 'information not rising to 1'],
  [[0.5, 0.9], 0.8, 'information not rising to 1'],
  [[0.5, 1], 1, 'power not between alpha and 1'],
];
for (const [information, power, expected] of refusals) {
  test(`looks at ${information}, power ${power}: ${expected}`, () => {
    const found = designGroupSequential({ spending: 'Pocock type' }, information, { alpha: 0.025, power });
    assert.deepEqual(found, { notEstimable: expected });
  });
}

const noBounds: readonly EfficacyBounds[] = [
  { shape: 'Wang-Tsiatis', delta: Number.NaN },
  { spending: 'power', exponent: 0 },
  { spending: 'Hwang-Shih-DeCani', gamma: Number.POSITIVE_INFINITY },
];
for (const bounds of noBounds) {
  test(`${JSON.stringify(bounds)}: no such bounds`, () => {
    const found = designGroupSequential(bounds, [0.5, 1], { alpha: 0.025, power: 0.8 });
    assert.deepEqual(found, { notEstimable: 'no such bounds' });
  });
}
