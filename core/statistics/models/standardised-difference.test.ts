import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, estimated, group } from '../given.ts';
import { computeWaldDifference } from '../intervals/wald-difference.ts';
import { fittedRows, responseOf } from './given.ts';
import { computeStandardisedDifference } from './standardised-difference.ts';

const rows = fittedRows().filter(({ difference }) => difference !== undefined);
test('the oracle, evidence/oracles/logistic, has its rows', () => assert.equal(rows.length, 8));
for (const { name, y, columns, difference, differenceError } of rows) {
  test(`as R's glm with a numerical derivative: ${name}`, () => {
    const found = estimated(computeStandardisedDifference(responseOf(y, columns), 'arm'));
    assertNear(found.estimate, difference ?? Number.NaN, 1e-10, 'difference');
    assertNear(found.standardError, differenceError ?? Number.NaN, 1e-9, 'standard error');
    assertClose(found.rate1 - found.rate0, found.estimate, 1e-13);
    // 1.96 to sixteen digits: R 4.2.2, qnorm(0.975).
    assertClose((found.upper - found.lower) / 2, 1.9599639845400545 * found.standardError, 1e-12);
    assert.equal(found.twoSided < 0.05, found.lower > 0 || found.upper < 0);
  });
}

const cell = fc.integer({ min: 1, max: 15 });
test("without covariates it is the difference of the proportions with Wald's interval (ge2011)", () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const y = [a, b, c, d].flatMap((count, index) => Array.from({ length: count }, () => (index + 1) % 2));
      const arm = y.map((_, who) => (who < a + b ? 1 : 0));
      const found = estimated(computeStandardisedDifference(responseOf(y, [{ name: 'arm', values: arm }]), 'arm', 0.9));
      const wald = estimated(computeWaldDifference(group(a, a + b), group(c, c + d), 0.9));
      assertNear(found.rate1, a / (a + b), 1e-11);
      assertNear(found.lower, wald.lower, 1e-10);
      assertNear(found.upper, wald.upper, 1e-10);
    }),
  );
});

test('exchanging the arms changes the sign', () => {
  for (const { y, columns } of rows) {
    const turned = columns.map(({ name, values }) => ({
      name,
      values: values.map((value) => (name === 'arm' ? 1 - value : value)),
    }));
    const [one, other] = [columns, turned].map((list) =>
      estimated(computeStandardisedDifference(responseOf(y, list), 'arm')),
    );
    assertNear(one?.estimate ?? 0, -(other?.estimate ?? 1), 1e-10);
    assertNear(one?.standardError ?? 0, other?.standardError ?? 1, 1e-10);
  }
});

test('refuses what is no arm, and what the model refuses', () => {
  const x = { name: 'x', values: [1, 2, 3, 3, 1] };
  const data = responseOf([1, 0, 1, 0, 1], [x]);
  assert.deepEqual(computeStandardisedDifference(data, 'arm'), { notEstimable: 'no such column' });
  assert.deepEqual(computeStandardisedDifference(data, 'x'), { notEstimable: 'arm neither 0 nor 1' });
  assert.deepEqual(computeStandardisedDifference(data, 'intercept'), { notEstimable: 'no such column' });
  const separated = responseOf([1, 1, 0, 1, 0], [{ name: 'arm', values: [1, 1, 0, 0, 0] }]);
  assert.deepEqual(computeStandardisedDifference(separated, 'arm'), { notEstimable: 'separated' });
});
