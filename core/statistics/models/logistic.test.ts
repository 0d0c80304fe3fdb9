import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, estimated, group, publicCases } from '../given.ts';
import { computeOddsRatio } from '../intervals/log-wald-ratio.ts';
import { type ArmAndX, armAndX, fittedRows, logisticRows, responseOf } from './given.ts';
import { computeLogisticProfile, fitLogistic } from './logistic.ts';

test('the oracle, evidence/oracles/logistic, has its rows', () => {
  assert.deepEqual([fittedRows().length, logisticRows().length], [9, 14]);
});
for (const { name, y, columns, ...expected } of fittedRows()) {
  test(`as R's glm: ${name}`, () => {
    const data = responseOf(y, columns);
    const { coefficients, deviance } = estimated(fitLogistic(data));
    coefficients.forEach(({ estimate, standardError, twoSided }, index) => {
      assertNear(estimate, expected.coefficients[index] ?? Number.NaN, 1e-9, 'coefficient');
      assertNear(standardError, expected.errors[index] ?? Number.NaN, 1e-8, 'standard error');
      assertNear(twoSided, expected.p[index] ?? Number.NaN, 1e-9, 'p');
    });
    assertClose(deviance, expected.deviance, 1e-12, 'deviance');
    const profile = estimated(computeLogisticProfile(data, columns[0]?.name ?? ''));
    assertNear(Number(profile.lower), expected.lower, 1e-7, 'lower');
    assertNear(Number(profile.upper), expected.upper, 1e-7, 'upper');
    assertNear(profile.likelihoodRatio.statistic, expected.ratio, 1e-9, 'likelihood ratio');
    assertNear(profile.likelihoodRatio.twoSided, expected.ratioP, 1e-9, 'its p');
  });
}

for (const { name, y, columns } of logisticRows().filter(({ separated }) => separated === true)) {
  test(`separation is seen: ${name}`, () => {
    assert.deepEqual(fitLogistic(responseOf(y, columns)), { notEstimable: 'separated' });
    assert.deepEqual(computeLogisticProfile(responseOf(y, columns), 'x'), { notEstimable: 'separated' });
  });
}

type Output = Readonly<Record<'coef' | 'se' | 'z' | 'p', readonly number[]>> & {
  readonly deviance: number;
  readonly lrP: number;
  readonly profileCI: { readonly lower: number; readonly upper: number };
};
for (const { id, input, output } of publicCases<ArmAndX, Output>('logistic')) {
  test(`public: ${id}`, () => {
    const fit = estimated(fitLogistic(armAndX(input)));
    fit.coefficients.forEach((found, index) => {
      const at = (values: readonly number[]): number => values[index] ?? Number.NaN;
      assertNear(found.estimate, at(output.coef), 1e-10);
      assertNear(found.standardError, at(output.se), 1e-10);
      assertNear(found.z, at(output.z), 1e-10);
      assertNear(found.twoSided, at(output.p), 1e-10);
    });
    assertNear(fit.deviance, output.deviance, 1e-12);
    const profile = estimated(computeLogisticProfile(armAndX(input), 'arm'));
    assertNear(profile.likelihoodRatio.twoSided, output.lrP, 1e-10);
    assertNear(Number(profile.lower), output.profileCI.lower, 1e-8);
    assertNear(Number(profile.upper), output.profileCI.upper, 1e-8);
  });
}

const cell = fc.integer({ min: 1, max: 15 });
test('with an arm alone it is the odds ratio of woolf1955, interval and all', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const y = [a, b, c, d].flatMap((count, index) => Array.from({ length: count }, () => (index + 1) % 2));
      const arm = y.map((_, who) => (who < a + b ? 1 : 0));
      const found = estimated(fitLogistic(responseOf(y, [{ name: 'arm', values: arm }]))).coefficients[1];
      const { estimate, lower, upper } = estimated(computeOddsRatio(group(a, a + b), group(c, c + d)));
      assertClose(Math.exp(found?.estimate ?? Number.NaN), estimate, 1e-10);
      assertClose(Math.exp(found?.lower ?? Number.NaN), lower, 1e-10);
      assertClose(Math.exp(found?.upper ?? Number.NaN), upper, 1e-10);
    }),
  );
});

test('neither the order of participants nor the unit of a covariate says anything', () => {
  const [row] = fittedRows();
  assert.ok(row);
  const fit = estimated(fitLogistic(responseOf(row.y, row.columns)));
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.integer({ min: -50, max: 50 }), (unit, shift) => {
      const columns = row.columns.map(({ name, values }) => ({
        name,
        values: values.toReversed().map((value) => (name === 'x' ? value * unit + shift : value)),
      }));
      const other = estimated(fitLogistic(responseOf(row.y.toReversed(), columns)));
      assertNear(other.deviance, fit.deviance, 1e-10);
      assertNear(other.coefficients[1]?.estimate ?? 0, fit.coefficients[1]?.estimate ?? 1, 1e-6);
      assertNear((other.coefficients[2]?.estimate ?? 0) * unit, fit.coefficients[2]?.estimate ?? 1, 1e-6);
    }),
  );
});

type Three = readonly [number, number, number];
const cross = ([a, b, c]: Three, [d, e, f]: Three): Three => [b * f - c * e, c * d - a * f, a * e - b * d];

/**
 * Whether three columns (1, x, z) separate, in whole numbers: the directions that make nobody less probable are a pointed
 * cone, whose rays lie where two participants are on the border (albert1984).
 */
const isSeparated = (rows: readonly Three[]): boolean => {
  const rays = rows.flatMap((one, i) => rows.slice(i + 1).map((other) => cross(one, other)));
  const both = rays.flatMap(([a, b, c]): readonly Three[] => [
    [a, b, c],
    [-a, -b, -c],
  ]);
  return both.some(([a, b, c]) => {
    const margins = rows.map(([d, e, f]) => a * d + b * e + c * f);
    return margins.every((margin) => margin >= 0) && margins.some((margin) => margin > 0);
  });
};

test('separation is seen exactly where whole numbers prove it, complete or not', () => {
  const person = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.boolean());
  let [separated, fitted] = [0, 0];
  fc.assert(
    fc.property(fc.array(person, { minLength: 4, maxLength: 16 }), (people) => {
      const found = fitLogistic({
        responses: people.map(([, , responded]) => responded),
        columns: [
          { name: 'x', values: people.map(([x]) => x) },
          { name: 'z', values: people.map(([, z]) => z) },
        ],
      });
      fc.pre(!('notEstimable' in found && found.notEstimable === 'columns not independent'));
      const signed = people.map(([x, z, y]): Three => (y ? [1, x, z] : [-1, -x, -z]));
      assert.equal(
        'notEstimable' in found ? found.notEstimable : 'fitted',
        isSeparated(signed) ? 'separated' : 'fitted',
      );
      if ('notEstimable' in found) separated += 1;
      else fitted += 1;
    }),
    { numRuns: 2000 },
  );
  assert.ok(separated > 100 && fitted > 100, `${separated} separated, ${fitted} fitted`);
});

test('refuses what is no model', () => {
  assert.deepEqual(fitLogistic(responseOf([], [])), { notEstimable: 'no participants' });
  const data = responseOf([1, 0, 1, 0, 1], [{ name: 'x', values: [1, 2, 3, 3, 1] }]);
  assert.deepEqual(computeLogisticProfile(data, 'y'), { notEstimable: 'no such column' });
});
