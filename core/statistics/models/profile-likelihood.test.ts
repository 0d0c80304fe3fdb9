import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, assertNear, estimated } from '../given.ts';
import { type Ascent, climb } from './newton-ascent.ts';
import { profileOf } from './profile-likelihood.ts';

// A normal likelihood with correlated coefficients: the profile is exactly estimate ± 1.96 standard errors (venzon1988).
const normal: Ascent['heightAt'] = ([x = 0, y = 0]) => ({
  value: -((x - 3) ** 2 + (x - 3) * (y + 1) + (y + 1) ** 2) / 2,
  score: [-(x - 3) - (y + 1) / 2, -(y + 1) - (x - 3) / 2],
  information: [
    [1, 0.5],
    [0.5, 1],
  ],
});
const summitOf = (heightAt: Ascent['heightAt'], start: readonly number[]) =>
  estimated(climb({ heightAt, start, free: [...start.keys()] }));

for (const step of [0.01, 1, 50]) {
  test(`normal: 3 ± 1.96 · √(4/3), looked for in steps of ${step}`, () => {
    const { estimate, lower, upper, likelihoodRatio } = estimated(
      profileOf(normal, summitOf(normal, [0, 0]), 0, step, 0.95),
    );
    // 1.96 to sixteen digits: R 4.2.2, qnorm(0.975).
    const half = 1.9599639845400545 * Math.sqrt(4 / 3);
    assertNear(estimate, 3, 1e-12);
    assertNear(Number(lower), 3 - half, 1e-9);
    assertNear(Number(upper), 3 + half, 1e-9);
    assertClose(likelihoodRatio.statistic, 27 / 4, 1e-12);
    // R 4.2.2: pchisq(6.75, 1, lower.tail = FALSE).
    assertClose(likelihoodRatio.twoSided, 0.0093747684594349, 1e-12);
  });
}

// ln x − x, of one exponential waiting time: half of 3.8415 is lost at the two roots of x − ln x − 1 = 1.9207.
const exponential: Ascent['heightAt'] = ([x = 0]) => ({
  value: x > 0 ? Math.log(x) - x : Number.NEGATIVE_INFINITY,
  score: [1 / x - 1],
  information: [[1 / (x * x)]],
});
test('a skew likelihood has an interval that is not symmetric', () => {
  const { lower, upper } = estimated(profileOf(exponential, summitOf(exponential, [0.5]), 0, 0.1, 0.95));
  for (const end of [Number(lower), Number(upper)]) assertNear(end - Math.log(end) - 1, 3.841458820694124 / 2, 1e-10);
  assert.ok(1 - Number(lower) < Number(upper) - 1);
});

// −e^(−x) − x/1e9 hardly falls to the right.
const flat: Ascent['heightAt'] = ([x = 0]) => ({
  value: -Math.exp(-x) - x * 1e-40,
  score: [Math.exp(-x) - 1e-40],
  information: [[Math.exp(-x)]],
});
test('where the likelihood does not fall there is no end', () => {
  const summit = { point: [40], height: flat([40]), steps: 0 };
  assert.equal(estimated(profileOf(flat, summit, 0, 1, 0.95)).upper, 'unbounded');
});
