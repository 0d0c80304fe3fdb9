import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '../given.ts';
import { type OrderedData, orderedLikelihoodAt } from './cumulative-logit.ts';

interface Row extends Readonly<Record<'arm' | 'y' | 'cuts' | 'coefficients', readonly number[]>> {
  readonly x: readonly (readonly number[])[];
  readonly logLik: number;
}
const rows = expectedOf<readonly Row[]>('proportional-odds');
const dataOf = ({ arm, x, y, cuts }: Row): OrderedData => ({
  categories: cuts.length + 1,
  observed: y,
  terms: arm.map((one, i) => [one, ...(x[i] ?? [])]),
});

test("at R's maximum: its level, and no slope (evidence/oracles/proportional-odds)", () => {
  for (const row of rows) {
    const found = orderedLikelihoodAt(dataOf(row), [...row.cuts, ...row.coefficients]);
    assertNear(found?.level ?? Number.NaN, row.logLik, 1e-12);
    for (const slope of found?.slope ?? [1]) assertNear(slope, 0, 1e-8);
  }
});

test('slope and information are limits of differences', () => {
  for (const row of rows) {
    const data = dataOf(row);
    const parameters = [...row.cuts.map((cut) => 0.8 * cut + 0.1), ...row.coefficients.map((value) => value + 0.3)];
    const at = (by: number, k: number) =>
      orderedLikelihoodAt(
        data,
        parameters.map((value, i) => value + (i === k ? by : 0)),
      );
    const here = at(0, 0);
    assert.ok(here);
    parameters.forEach((_, k) => {
      const [up, down] = [at(1e-5, k), at(-1e-5, k)];
      assert.ok(up && down);
      assertNear(here.slope[k] ?? Number.NaN, (up.level - down.level) / 2e-5, 1e-6);
      here.information[k]?.forEach((value, l) => {
        assertNear(value, -((up.slope[l] ?? 0) - (down.slope[l] ?? 0)) / 2e-5, 1e-6);
      });
    });
  }
});

test('one participant in the middle of three, cuts at −ln 3 and ln 3: chance one half (mccullagh1980)', () => {
  const found = orderedLikelihoodAt({ categories: 3, observed: [1], terms: [[]] }, [-Math.log(3), Math.log(3)]);
  assertNear(found?.level ?? 0, Math.log(0.5), 1e-15);
});

test('cuts out of order have no likelihood', () => {
  assert.equal(orderedLikelihoodAt({ categories: 3, observed: [1], terms: [[]] }, [1, -1]), undefined);
});
