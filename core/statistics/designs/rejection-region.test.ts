import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { scoreOfDifference } from '../tests/difference-score.ts';
import { testFisherExact } from '../tests/fisher-exact.ts';
import { computeFisherPower } from './fisher-power.ts';
import { chanceOfRejection, exactSize, rejectionRegion } from './rejection-region.ts';

const fisher = (n1: number, n0: number) =>
  rejectionRegion(n1, n0, (arm1, arm0) => {
    const found = testFisherExact(arm1, arm0);
    return 'twoSided' in found && found.twoSided <= 0.05;
  });

/** Exact, by full enumeration in base R: the designs of the founding trials, and of `deng2017` with 12 and 6. */
test('exact power of Fisher’s two-sided test at .05', () => {
  const rows = [
    [20, 20, 0.6, 0.3, 0.347],
    [20, 20, 0.8, 0.3, 0.846],
    [20, 20, 0.5, 0.5, 0.0204],
    [10, 10, 0.6, 0.2, 0.253],
    [10, 10, 0.8, 0.2, 0.635],
    [12, 6, 0.75, 0.25, 0.45],
  ] as const;
  for (const [n1, n0, p1, p0, expected] of rows)
    assert.ok(Math.abs(chanceOfRejection(fisher(n1, n0), p1, p0) - expected) < 5e-4, `${n1} ${n0} ${p1} ${p0}`);
});

/** farrington1990: the score test without the factor N / (N − 1), 60 an arm, .4 against .6, margin .2, one-sided .025. */
test('the size of a score test of non-inferiority may exceed its level, and is said', () => {
  const limit = -normalQuantile(0.025);
  const region = rejectionRegion(60, 60, (arm1, arm0) => scoreOfDifference(arm1, arm0, -0.2, 'none') > limit);
  assert.ok(Math.abs(chanceOfRejection(region, 0.4, 0.6) - 0.026) < 5e-6);
  assert.ok(Math.abs(chanceOfRejection(region, 0.6, 0.6) - 0.6168) < 5e-5);
  const { size, at } = exactSize(region, -0.2);
  assert.ok(size >= 0.026 && at >= 0.2 && at <= 1);
});

test('10 against 10 has the exact size .0128 of the registry design', () => {
  const { size } = exactSize(fisher(10, 10));
  assert.ok(Math.abs(size - 0.0128) < 5e-5, String(size));
});

test('the region gives the power that asking every table gives', () => {
  const rate = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), rate, rate, (n1, n0, p1, p0) => {
      const [ours, theirs] = [chanceOfRejection(fisher(n1, n0), p1, p0), computeFisherPower(n1, p1, n0, p0, 0.05)];
      assert.ok(Math.abs(ours - theirs) < 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('Fisher never exceeds its level, whatever the arms', () => {
  for (const [n1, n0] of [
    [5, 5],
    [12, 6],
    [20, 20],
    [11, 5],
  ] as const)
    assert.ok(exactSize(fisher(n1, n0)).size <= 0.05);
});
