import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose } from '../given.ts';
import { bernoulliHeight, bernoulliVariance, chanceOf, penalisedHeight } from './bernoulli-likelihood.ts';
import { responseOf } from './given.ts';
import type { Ascent } from './newton-ascent.ts';

const data = responseOf(
  [1, 0, 1, 1, 0],
  [
    { name: 'arm', values: [1, 0, 1, 0, 1] },
    { name: 'x', values: [0.3, -1, 2, 0.5, 1.5] },
  ],
);

test('chances and variances at the ends keep their digits', () => {
  assert.deepEqual([chanceOf(0), chanceOf(800), chanceOf(-800), bernoulliVariance(0)], [0.5, 1, 0, 0.25]);
  assertClose(chanceOf(-40), Math.exp(-40), 1e-15);
  assertClose(bernoulliVariance(40), Math.exp(-40), 1e-15);
  assertClose(chanceOf(Math.log(3)), 0.75, 1e-15);
});

test('at zero every chance is 1/2: five of them, and the determinant of a quarter of X′X (firth1993)', () => {
  const plain = bernoulliHeight(data)([0, 0, 0]);
  assertClose(plain.value, 5 * Math.log(0.5), 1e-14);
  assert.deepEqual(
    plain.score.map((slope) => slope.toFixed(12)),
    [0.5, 0.5, 1.15].map((slope) => slope.toFixed(12)),
  );
  // The determinant of X′X, with the rows 5, 3, 3.3 and 3, 3, 3.8 and 3.3, 3.8, 7.59, by cofactors.
  const determinant = 5 * (3 * 7.59 - 3.8 ** 2) - 3 * (3 * 7.59 - 3.8 * 3.3) + 3.3 * (3 * 3.8 - 3 * 3.3);
  const { value } = penalisedHeight(data)([0, 0, 0]);
  assertClose(value, 5 * Math.log(0.5) + Math.log(determinant / 64) / 2, 1e-13);
});

const nearby = (heightAt: Ascent['heightAt'], point: readonly number[], index: number, by: number): number =>
  heightAt(point.map((value, i) => (i === index ? value + by : value))).value;

for (const [what, heightAt] of [
  ['plain', bernoulliHeight(data)],
  ['penalised', penalisedHeight(data)],
] as const) {
  test(`the score of the ${what} likelihood is its slope, by central differences`, () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate), (point) => {
        const { score } = heightAt(point);
        point.forEach((_, index) => {
          const slope = (nearby(heightAt, point, index, 1e-5) - nearby(heightAt, point, index, -1e-5)) / 2e-5;
          assert.ok(Math.abs(slope - (score[index] ?? Number.NaN)) < 1e-7, `${slope} for ${score[index]}`);
        });
      }),
    );
  });
}

test('the curvature of the penalised likelihood is the change of its slope, by central differences', () => {
  const heightAt = penalisedHeight(data);
  const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(coordinate, coordinate, coordinate), (point) => {
      const { information, steadier } = heightAt(point);
      assert.deepEqual(steadier, bernoulliHeight(data)(point).information);
      point.forEach((_, index) => {
        const [low, high] = [-1e-5, 1e-5].map(
          (by) => heightAt(point.map((value, i) => (i === index ? value + by : value))).score,
        );
        information[index]?.forEach((bend, j) => {
          assert.ok(Math.abs(bend - ((low?.[j] ?? 0) - (high?.[j] ?? 0)) / 2e-5) < 1e-7);
        });
      });
    }),
  );
});

test('where the information has lost its determinant the penalised likelihood is nowhere high', () => {
  assert.equal(penalisedHeight(data)([1e4, 0, 0]).value, Number.NEGATIVE_INFINITY);
});
