import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear } from '../given.ts';
import { quantilesOf, refuseErrorRates } from './error-rates.ts';

// No numbers from a paper: what the risks of a design may be. The quantiles are those of wichura1988, in every table.
const rows: readonly (readonly [
  alpha: number,
  power: number,
  ratio: number | undefined,
  expected: string | undefined,
])[] = [
  [0.025, 0.8, undefined, undefined],
  [0.05, 0.9, 0.5, undefined],
  [0, 0.8, undefined, 'alpha not between 0 and a half'],
  [0.5, 0.8, 0, 'alpha not between 0 and a half'],
  [Number.NaN, 0.8, undefined, 'alpha not between 0 and a half'],
  [0.025, 0.025, undefined, 'power not between alpha and 1'],
  [0.025, 1, undefined, 'power not between alpha and 1'],
  [0.025, 0.8, 0, 'ratio not above 0'],
  [0.025, 0.8, Number.POSITIVE_INFINITY, 'ratio not above 0'],
];
for (const [alpha, power, ratio, expected] of rows) {
  test(`alpha ${alpha}, power ${power}, ratio ${ratio}: ${expected ?? 'a design'}`, () => {
    assert.equal(refuseErrorRates({ alpha, power }, ratio)?.notEstimable, expected);
  });
}

test('one-sided .025 and power .8', () => {
  const { forAlpha, forPower } = quantilesOf({ alpha: 0.025, power: 0.8 });
  assertNear(forAlpha, 1.959963984540054, 1e-14);
  assertNear(forPower, 0.8416212335729143, 1e-14);
});
