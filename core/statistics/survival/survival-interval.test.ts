import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import { type SurvivalScale, survivalEnds } from './survival-interval.ts';

// Expected numbers: `evidence/oracles/time-to-event/make.R` (`kalbfleisch1980`).

// The bands of whole curves are held to R's survfit in kaplan-meier.test.ts; here the formulas, worked out with R 4.2.2
// as a calculator at S = .675, Greenwood's sum 1/90 + 2/48, z = qnorm(.975): exp(-exp(log(-log(S)) ± z·se/log(S))),
// S·exp(±z·se), S(1 ± z·se).
const rows: readonly (readonly [scale: SurvivalScale, lower: number, upper: number])[] = [
  ['log-log', 0.290585357403, 0.882496733709],
  ['log', 0.430282529791, 1],
  ['plain', 0.371067309954, 0.978932690046],
];
for (const [scale, lower, upper] of rows) {
  test(`${scale} at .675`, () => {
    const ends = survivalEnds(0.675, 1 / 90 + 2 / 48, 1.959963984540054, scale);
    assert.ok('lower' in ends);
    assertNear(ends.lower, lower, 1e-11);
    assertNear(ends.upper, upper, 1e-11);
  });
}

const scales: readonly SurvivalScale[] = ['log-log', 'log', 'plain'];
test('nobody with the event: 1 to 1, or none on the log-log scale; nobody left: no interval', () => {
  for (const scale of scales) {
    const whole = scale === 'log-log' ? { notEstimable: 'no event yet' } : { lower: 1, upper: 1 };
    assert.deepEqual(survivalEnds(1, 0, 2, scale), whole);
    assert.deepEqual(survivalEnds(0, 1, 2, scale), { notEstimable: 'nobody left' });
  }
});

test('within 0 and 1, around the estimate, and wider with more confidence', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.constantFrom(...scales), (survival, greenwood, scale) => {
      const [narrow, wide] = [survivalEnds(survival, greenwood, 1, scale), survivalEnds(survival, greenwood, 2, scale)];
      assert.ok('lower' in narrow && 'lower' in wide);
      assert.ok(wide.lower >= 0 && wide.lower <= narrow.lower && narrow.lower < survival);
      assert.ok(wide.upper <= 1 && wide.upper >= narrow.upper && narrow.upper > survival);
    }),
  );
});
